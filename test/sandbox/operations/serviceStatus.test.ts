import '../../support/waits';
import { byId, deskForTests } from '../../support/operations/desk';
import { requestRounds } from './requestRounds';

describe('the status of a service', () => {
	const desk = deskForTests('empty');

	const serviceId = () => desk.sandbox.services()[0]?.id ?? '';
	const statusOf = async () =>
		(await desk.read('service:getStatus', { serviceId: byId(serviceId()) }))[0] ?? {};
	const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
	const maintain = async (startTime: string, endTime: string, description: string) =>
		await desk.read('maintenanceWindow:create', {
			serviceIds: [serviceId()],
			startTime,
			ends: 'at',
			endTime,
			additionalFields: { description },
		});

	it('counts open incidents by urgency, however old, and no others', async () => {
		const createdAt = inHours(-24 * 300);
		desk.sandbox.addIncidents(2, { serviceId: serviceId(), createdAt, urgency: 'low' });
		desk.sandbox.acknowledge(desk.sandbox.trigger({ serviceId: serviceId(), urgency: 'high' }).id);
		desk.sandbox.resolve(desk.sandbox.trigger({ serviceId: serviceId(), urgency: 'high' }).id);
		desk.sandbox.trigger({ serviceId: desk.sandbox.services()[1]?.id, urgency: 'high' });
		expect(await statusOf()).toMatchObject({ open_incidents: { high: 1, low: 2, total: 3 } });
	});

	it('says nothing of maintenance and incidents where there are none', async () => {
		expect(await statusOf()).toMatchObject({
			status: 'active',
			open_incidents: { high: 0, low: 0, total: 0 },
			ongoing_maintenance: [],
			next_maintenance: null,
		});
	});

	it('tells maintenance that is open from that which comes next', async () => {
		await maintain(inHours(5), inHours(6), 'later');
		await maintain(inHours(3), inHours(4), 'next');
		await maintain(inHours(-1), inHours(1), 'now');
		expect(await statusOf()).toMatchObject({
			status: 'maintenance',
			ongoing_maintenance: [{ description: 'now' }],
			next_maintenance: { description: 'next' },
		});
	});

	it('says who is on call, level by level, as Get Current does', async () => {
		const current = await desk.read('onCall:getCurrent', {
			onCallOf: 'service',
			serviceId: byId(serviceId()),
		});
		expect((await statusOf()).on_call).toEqual(current);
	});

	it('costs two round trips', async () => {
		expect((await requestRounds(desk.sandbox, statusOf)).rounds).toBe(2);
	});

	it('has what it should though trouble passes, and is an error where it does not', async () => {
		const undisturbed = await statusOf();
		desk.sandbox.fail({ path: '/oncalls', kind: 'status', status: 503 });
		desk.sandbox.fail({ path: '/incidents', kind: 'reset' });
		expect(await statusOf()).toEqual(undisturbed);
		const body = { error: { message: 'Access Denied', code: 2010, errors: [] } };
		desk.sandbox.fail({ path: '/oncalls', kind: 'status', status: 403, times: 5, body });
		const { error } = await desk.run('service:getStatus', { serviceId: byId(serviceId()) });
		expect(error?.message).toBe('Access Denied');
	});
});
