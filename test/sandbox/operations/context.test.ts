import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sandboxKeys } from '../../../sandbox';
import { byId, deskForTests, type Call } from '../../support/operations/desk';
import { ofHistory } from '../../support/operations/incidentContextCases';
import { requestRounds } from './requestRounds';

describe('the context of an incident', () => {
	const desk = deskForTests();

	const known = () => ofHistory(desk).id;
	const contextOf = async (id: string, more: INodeParameters = {}, call: Call = {}) =>
		(await desk.read('incident:getContext', { incidentId: byId(id), ...more }, call))[0] ?? {};
	const rows = (context: IDataObject, part: string) => context[part] as IDataObject[];

	it('has everything that PagerDuty knows, each part as its own operation gives it', async () => {
		const id = known();
		desk.sandbox.note(id, 'Looking at the slow queries');
		const context = await contextOf(id);
		const incidentId = byId(id);
		const own = async (title: string, parameters: INodeParameters) => await desk.read(title, parameters);
		const serviceId = byId(desk.sandbox.incident(id)?.serviceId ?? '');
		const escalationPolicyId = byId(desk.sandbox.incident(id)?.policyId ?? '');

		expect(context.missing).toEqual([]);
		expect([context.incident]).toMatchObject(
			(await own('incident:get', { incidentId })).map(({ first_trigger_log_entry: _, ...more }) => more),
		);
		expect(context.alerts).toEqual(await own('incidentAlert:getAll', { incidentId }));
		expect(context.notes).toEqual(
			(await own('incidentNote:getAll', { incidentId })).map(({ incident: _, ...note }) => note),
		);
		expect(context.related_changes).toEqual(await own('incident:getRelatedChanges', { incidentId }));
		expect(context.service_changes).toEqual(await own('service:getChanges', { serviceId }));
		expect(context.related_incidents).toEqual(
			await own('incident:getRelated', { incidentId, options: { fullIncidents: true } }),
		);
		expect(context.past_incidents).toMatchObject(await own('incident:getPast', { incidentId, limit: 5 }));
		expect(context.on_call).toEqual(
			await own('onCall:getCurrent', { onCallOf: 'escalationPolicy', escalationPolicyId }),
		);
		expect([context.service]).toEqual(await own('service:get', { serviceId }));
		expect(rows(context, 'timeline')).toEqual(
			rows((await own('incident:getTimeline', { incidentId }))[0] ?? {}, 'timeline'),
		);
	});

	it('says how similar incidents were resolved: by whom, when, and with which words', async () => {
		const [past] = rows(await contextOf(known()), 'past_incidents');
		const { id } = past?.incident as { id: string };
		const log = desk.sandbox.log(id);
		const end = log.findLast(({ kind }) => kind === 'resolve');
		expect(end?.note).toEqual(expect.any(String));
		expect(past?.resolution).toMatchObject({
			resolved_at: end?.createdAt,
			resolved_by: { id: end?.agent.id },
			resolution_note: end?.note,
			last_note: desk.sandbox.notes(id).at(-1)?.content ?? null,
		});
	});

	it('is whole where Simplify is off', async () => {
		const context = await contextOf(known(), { simplify: false });
		expect(context.incident).toMatchObject({ type: 'incident', self: expect.any(String) as string });
		expect(rows(context, 'alerts')[0]).toMatchObject({ type: 'alert', self: expect.any(String) as string });
		expect(rows(context, 'timeline')[0]).toMatchObject({ log_entry: { type: 'trigger_log_entry' } });
	});

	it('costs at most five round trips, also for the number of an incident', async () => {
		const number = String(desk.sandbox.incident(known())?.number);
		const { result, rounds } = await requestRounds(desk.sandbox, async () => await contextOf(number));
		expect(result.missing).toEqual([]);
		expect(rounds).toBeLessThanOrEqual(5);
		// Measured at the stand-in: the incident, its parts, how past ones ended.
		expect(rounds).toBe(3);
	});

	it('costs as many requests as the form says', async () => {
		desk.newRequests();
		const past = rows(await contextOf(known()), 'past_incidents');
		expect(desk.newRequests()).toHaveLength(13 + past.length);
	});

	it('keeps to its limits, and takes the newest rows', async () => {
		const id = known();
		for (let note = 1; note <= 60; note++) desk.sandbox.note(id, `note ${note}`);
		for (let alert = 1; alert <= 30; alert++)
			desk.sandbox.alert(id, { key: `k${alert}`, summary: `alert ${alert}` });
		const plain = await contextOf(id);
		expect(rows(plain, 'alerts')).toHaveLength(25);
		expect(rows(plain, 'notes')).toHaveLength(25);
		expect(rows(plain, 'notes')[0]).toMatchObject({ content: 'note 60' });
		expect(rows(plain, 'timeline').length).toBeGreaterThan(60);
		expect(rows(plain, 'past_incidents')).toHaveLength(5);
		const options = { listLimit: 2, timelineLimit: 3, pastLimit: 1 };
		const short = await contextOf(id, { options });
		for (const part of ['alerts', 'notes', 'service_changes', 'related_incidents'])
			expect(rows(short, part)).toHaveLength(2);
		expect(rows(short, 'timeline').map(({ what }) => what)).toEqual([
			expect.stringContaining('alert 28'),
			expect.stringContaining('alert 29'),
			expect.stringContaining('alert 30'),
		]);
		expect(rows(short, 'past_incidents')).toHaveLength(1);
	});

	it('needs no more than reading, and changes nothing', async () => {
		const context = await contextOf(
			known(),
			{},
			{ credential: { apiToken: sandboxKeys.readOnly, access: 'readOnly' } },
		);
		expect(context.missing).toEqual([]);
		expect(desk.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});
