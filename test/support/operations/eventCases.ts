import { byId, type Case, type Desk } from './desk';

/** The open or resolved incident behind the alert with the key. */
const behind = ({ sandbox }: Desk, key: string) =>
	sandbox.incidents().findLast(({ incidentKey }) => incidentKey === key);

/** Lets an operation act on an open alert. @returns the incident behind it */
async function actOnAlert(desk: Desk, title: string) {
	desk.sandbox.trigger({ serviceId: desk.sandbox.services()[0]?.id, incidentKey: title });
	expect(await desk.read(title, { dedupKey: title })).toEqual([accepted(title)]);
	return behind(desk, title);
}

const accepted = (key: string) => ({ status: 'success', message: 'Event processed', dedup_key: key });

/** The operations of the Events API: what they answer, and what becomes of the incident behind the alert. */
export const eventCases: Record<string, Case> = {
	'changeEvent:getAll': async (desk) => {
		const rows = await desk.read('changeEvent:getAll', { returnAll: true });
		const times = rows.map(({ timestamp }) => Date.parse(String(timestamp)));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		const held = desk.sandbox.changeEvents();
		expect(rows.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => id).sort());
		const since = '2000-01-01T00:00:00Z';
		const filters = { since, until: rows.at(-1)?.timestamp as string };
		expect(await desk.read('changeEvent:getAll', { filters })).toEqual([]);
	},

	'changeEvent:get': async (desk) => {
		const [held] = desk.sandbox.changeEvents();
		expect(await desk.read('changeEvent:get', { changeEventId: byId(held?.id ?? '') })).toMatchObject([
			{ id: held?.id, summary: held?.summary, custom_details: held?.customDetails },
		]);
	},

	'changeEvent:update': async (desk) => {
		const [{ id, summary } = { id: '', summary: '' }] = desk.sandbox.changeEvents();
		const updateFields = { customDetails: { detail: [{ name: 'Ticket', value: 'OPS-1' }] } };
		const [changed] = await desk.read('changeEvent:update', { changeEventId: byId(id), updateFields });
		expect(changed).toMatchObject({ id, summary, custom_details: { Ticket: 'OPS-1' } });
		expect(desk.sandbox.changeEvents()[0]).toMatchObject({ customDetails: { Ticket: 'OPS-1' } });
	},

	'service:getChanges': async (desk) => {
		const [service] = desk.sandbox.services();
		const changes = await desk.read('service:getChanges', { serviceId: byId(service?.id ?? '') });
		const own = desk.sandbox.changeEvents().filter(({ serviceId }) => serviceId === service?.id);
		expect(changes.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
		expect(changes.length).toBeGreaterThan(0);
	},

	'event:trigger': async (desk) => {
		const disk = { summary: 'Disk is full', source: 'db-1', severity: 'critical', dedupKey: 'db-1/disk' };
		expect(await desk.read('event:trigger', disk)).toEqual([accepted('db-1/disk')]);
		expect(behind(desk, 'db-1/disk')).toMatchObject({ title: 'Disk is full', status: 'triggered' });
	},

	'event:acknowledge': async (desk) => {
		expect(await actOnAlert(desk, 'event:acknowledge')).toMatchObject({ status: 'acknowledged' });
	},

	'event:resolve': async (desk) => {
		expect(await actOnAlert(desk, 'event:resolve')).toMatchObject({ status: 'resolved' });
	},

	'event:sendChange': async (desk) => {
		const read = await desk.read('event:sendChange', { summary: 'Deployed checkout 2.41' });
		expect(read).toEqual([{ status: 'success', message: 'Change event processed' }]);
		expect(desk.sandbox.changeEvents().at(-1)).toMatchObject({ summary: 'Deployed checkout 2.41' });
	},
};
