import type { INodeParameters } from 'n8n-workflow';

import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('log entries', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	const types = async (parameters: INodeParameters) =>
		(await desk.read('logEntry:getAll', { returnAll: true, ...parameters })).map(({ type }) => type);
	const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

	it('of one incident are no others', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.resolve(desk.sandbox.trigger().id);
		expect(await types({})).toHaveLength(3);
		expect(await types({ scope: 'incident', incidentId: byId(id) })).toEqual(['trigger_log_entry']);
	});

	it('of one incident are never those of the account because an expression gave no incident', async () => {
		desk.sandbox.trigger();
		const { error, items } = await desk.run('logEntry:getAll', {
			scope: 'incident',
			incidentId: byId('={{ $json.nothing }}'),
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe('"Incident" is missing');
	});

	it('hold only what happened in the chosen time, also to older incidents', async () => {
		const [old] = desk.sandbox.addIncidents(1, { createdAt: hoursAgo(24 * 400) });
		desk.sandbox.acknowledge(old?.id ?? '');
		expect(await types({ filters: { since: hoursAgo(1) } })).toEqual(['acknowledge_log_entry']);
		expect(await types({ filters: { until: hoursAgo(1) } })).toEqual(['trigger_log_entry']);
		expect(await types({ filters: { since: hoursAgo(24 * 500) } })).toHaveLength(2);
	});

	it('hold only the most important changes where that is asked for', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.note(id, 'Looking into it');
		expect(await types({})).toEqual(['annotate_log_entry', 'trigger_log_entry']);
		expect(await types({ filters: { isOverview: true } })).toEqual(['trigger_log_entry']);
	});

	it('hold only incidents of the chosen teams', async () => {
		const services = desk.sandbox.services();
		const [own] = services;
		const other = services.find(({ teamIds }) => teamIds[0] !== own?.teamIds[0]);
		const { id } = desk.sandbox.trigger({ serviceId: own?.id });
		desk.sandbox.trigger({ serviceId: other?.id });
		const entries = await desk.read('logEntry:getAll', { filters: { teamIds: own?.teamIds ?? [] } });
		expect(entries).toMatchObject([{ incident: { id } }]);
	});

	it('hold incidents in full where they are included, and times in the chosen time zone', async () => {
		const { title } = desk.sandbox.trigger({ title: 'Mail queue is growing' });
		const options = { include: ['incidents'], timeZone: 'Asia/Kolkata' };
		const [entry] = await desk.read('logEntry:getAll', { options });
		expect(entry).toMatchObject({ incident: { title } });
		expect(entry?.created_at).toMatch(/\+05:30$/);
	});

	it('are found by the address of their page, which names the incident first', async () => {
		const { id } = desk.sandbox.trigger();
		const entryId = desk.sandbox.log(id)[0]?.id ?? '';
		const value = `https://harborline.pagerduty.com/incidents/${id}/log_entries/${entryId}`;
		const logEntryId = { __rl: true, mode: 'url', value };
		expect(await desk.read('logEntry:get', { logEntryId })).toMatchObject([{ id: entryId }]);
	});
});
