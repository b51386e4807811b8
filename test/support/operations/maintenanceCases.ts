import { byId, type Case, type Desk } from './desk';

const hour = 3_600_000;
const ahead = (hours: number) => `${new Date(Date.now() + hours * hour).toISOString().slice(0, 19)}Z`;

const statusOf = async (desk: Desk, serviceId: string) =>
	(await desk.read('service:get', { serviceId: byId(serviceId) }))[0]?.status;

/** A window that begins so many hours from now, of the third service, and its ID. */
async function windowFrom(desk: Desk, hours: number): Promise<{ id: string; serviceId: string }> {
	const serviceId = desk.sandbox.services()[2]?.id ?? '';
	const [window] = await desk.read('maintenanceWindow:create', {
		serviceIds: [serviceId],
		startTime: ahead(hours),
		durationMinutes: 240,
	});
	return { id: String(window?.id), serviceId };
}
const held = ({ sandbox }: Desk, id: string) => sandbox.maintenanceWindows().find((one) => one.id === id);

/** The cases of maintenance windows. */
export const maintenanceCases: Record<string, Case> = {
	'maintenanceWindow:create': async (desk) => {
		const [service, other] = desk.sandbox.services().slice(3);
		const serviceIds = [service?.id ?? '', other?.id ?? ''];
		const [startTime, halfPast] = [ahead(-1), ahead(0.5)];
		const [window] = await desk.read('maintenanceWindow:create', {
			serviceIds,
			startTime,
			durationMinutes: 90,
			additionalFields: { description: 'Moving house' },
		});
		expect(window).toMatchObject({
			description: 'Moving house',
			end_time: halfPast,
			services: serviceIds.map((id) => ({ id })),
			created_by: { summary: 'Maya Lindqvist' },
		});
		expect(Date.parse(String(window?.start_time))).toBeGreaterThan(Date.parse(startTime));
		expect(await statusOf(desk, serviceIds[0] ?? '')).toBe('maintenance');
		const later = { serviceIds, startTime: ahead(5), ends: 'at', endTime: ahead(6) };
		expect(await desk.read('maintenanceWindow:create', later)).toMatchObject([{ end_time: later.endTime }]);
		const { error } = await desk.run('maintenanceWindow:create', { ...later, endTime: ahead(4) });
		expect(error?.message).toBe('"End Time" must be later than Start Time');
		await desk.read('maintenanceWindow:delete', { maintenanceWindowId: byId(String(window?.id)) });
	},

	'maintenanceWindow:delete': async (desk) => {
		const { id, serviceId } = await windowFrom(desk, -1);
		expect(await statusOf(desk, serviceId)).toBe('maintenance');
		const done = await desk.read('maintenanceWindow:delete', { maintenanceWindowId: byId(id) });
		expect(done).toEqual([{ deleted: true }]);
		expect(await statusOf(desk, serviceId)).not.toBe('maintenance');
		const { id: later } = await windowFrom(desk, 5);
		await desk.read('maintenanceWindow:delete', { maintenanceWindowId: byId(later) });
		expect(held(desk, later)).toBeUndefined();
	},

	'maintenanceWindow:get': async (desk) => {
		const [window] = desk.sandbox.maintenanceWindows();
		const read = await desk.read('maintenanceWindow:get', { maintenanceWindowId: byId(window?.id ?? '') });
		expect(read).toMatchObject([
			{ id: window?.id, description: window?.description, start_time: window?.start },
		]);
	},

	'maintenanceWindow:update': async (desk) => {
		const { id, serviceId } = await windowFrom(desk, 8);
		const before = { ...held(desk, id) };
		const endTime = ahead(14);
		const [window] = await desk.read('maintenanceWindow:update', {
			maintenanceWindowId: byId(id),
			updateFields: { endTime, description: 'Takes longer' },
		});
		expect(window).toMatchObject({
			description: 'Takes longer',
			start_time: before.start,
			end_time: endTime,
			services: [{ id: serviceId }],
		});
		const { error } = await desk.run('maintenanceWindow:update', { maintenanceWindowId: byId(id) });
		expect(error?.message).toContain('name nothing to change');
		await desk.read('maintenanceWindow:delete', { maintenanceWindowId: byId(id) });
	},
};
