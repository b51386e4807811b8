import type { IDataObject } from 'n8n-workflow';

import '../../support/waits';
import { byId, deskForTests } from '../../support/operations/desk';
import { ofHistory } from '../../support/operations/incidentContextCases';

/** Every part of a context, and where it comes from. */
const parts = [
	['alerts', '/incidents/[^/]+/alerts'],
	['notes', '/incidents/[^/]+/notes'],
	['timeline', '/incidents/[^/]+/log_entries'],
	['related_changes', '/incidents/[^/]+/related_change_events'],
	['service_changes', '/services/[^/]+/change_events'],
	['past_incidents', '/incidents/[^/]+/past_incidents'],
	['related_incidents', '/incidents/[^/]+/related_incidents'],
	['on_call', '/oncalls'],
	['on_call', '/escalation_policies/'],
	['service', '/services/[^/]+$'],
	['maintenance_windows', '/maintenance_windows'],
] as const;

describe('the context of an incident in trouble', () => {
	const desk = deskForTests();

	const known = () => ofHistory(desk).id;
	const contextOf = async (id: string) =>
		(await desk.read('incident:getContext', { incidentId: byId(id) }))[0] ?? {};
	const rows = (context: IDataObject, part: string) => context[part] as IDataObject[];
	const strike = (path: string, status: number, message: string, code: number) =>
		desk.sandbox.fail({
			path,
			kind: 'status',
			status,
			times: 50,
			body: { error: { message, code, errors: [] } },
		});

	it.each(parts)(
		'names %s as missing where the plan does not include %s, and has the rest',
		async (part, path) => {
			const words = 'Account does not have the abilities to perform the action';
			const whole = await contextOf(known());
			strike(path, 402, words, 2014);
			const context = await contextOf(known());
			expect(context[part]).toBeNull();
			expect(context.missing).toContainEqual({
				what: part,
				why: words,
				advice: expect.stringContaining('plan of this account') as string,
			});
			expect(context.summary).toContain(words);
			for (const other of ['incident', 'alerts', 'notes', 'related_changes', 'on_call', 'service'])
				if (other !== part) expect(context[other]).toEqual(whole[other]);
		},
	);

	it.each([
		[403, 'Access Denied', 2010, 'may be read-only'],
		[404, 'Not Found', 2100, 'PagerDuty has none for this incident'],
		[429, 'Rate Limit Exceeded', 2020, 'limits the rate'],
		[503, 'Service Unavailable', 2000, 'status.pagerduty.com'],
	])('names a part as missing that ends with %d, with advice', async (status, message, code, advice) => {
		strike('/incidents/[^/]+/past_incidents', status, message, code);
		const context = await contextOf(known());
		expect(context.missing).toEqual([
			{ what: 'past_incidents', why: message, advice: expect.stringContaining(advice) as string },
		]);
		expect(rows(context, 'alerts')).not.toHaveLength(0);
	});

	it('names a part as missing that never comes, or whose answer is none of PagerDuty’s', async () => {
		desk.sandbox.fail({ path: '/incidents/[^/]+/alerts', kind: 'reset', times: 50 });
		desk.sandbox.fail({ path: '/services/[^/]+$', kind: 'body', body: { hello: 'world' } });
		const context = await contextOf(known());
		expect(context.missing).toEqual([
			{ what: 'alerts', why: 'PagerDuty could not be reached', advice: expect.any(String) as string },
			{
				what: 'service',
				why: "PagerDuty's answer holds no service",
				advice: expect.any(String) as string,
			},
		]);
	});

	it('asks for nothing by an ID that the incident does not have', async () => {
		const [incident] = await desk.read('incident:get', { incidentId: byId(known()), simplify: false });
		const body = { incident: { ...incident, escalation_policy: null } };
		desk.sandbox.fail({ path: `/incidents/${known()}$`, kind: 'body', body });
		const context = await contextOf(known());
		expect(context.missing).toMatchObject([
			{ what: 'on_call', why: expect.stringContaining('escalation policy') as string },
		]);
		expect(desk.newRequests().filter((line) => /null|undefined/.test(line))).toEqual([]);
	});

	it('loses nothing to trouble that passes', async () => {
		const undisturbed = await contextOf(known());
		desk.sandbox.fail({ path: '/', kind: 'status', status: 503, skip: 3, times: 3 });
		desk.sandbox.fail({ path: '/', kind: 'reset', skip: 5 });
		desk.sandbox.fail({ path: '/', kind: 'status', status: 429, skip: 6, headers: { 'retry-after': '2' } });
		const context = await contextOf(known());
		expect(context.missing).toEqual([]);
		expect(context.past_incidents).toEqual(undisturbed.past_incidents);
		expect(context.alerts).toEqual(undisturbed.alerts);
	});

	it('has the past incidents also where one of their logs cannot be read, and says so', async () => {
		const [first] = rows(await contextOf(known()), 'past_incidents');
		const { id } = first?.incident as { id: string };
		strike(`/incidents/${id}/log_entries`, 404, 'Not Found', 2100);
		const context = await contextOf(known());
		expect(context.missing).toMatchObject([{ what: `past_incidents.${id}`, why: 'Not Found' }]);
		const [row, second] = rows(context, 'past_incidents');
		expect(row).toMatchObject({ incident: { id }, resolution: null });
		expect(second?.resolution).toMatchObject({ resolved_at: expect.any(String) as string });
		expect(context.summary).toContain('how past incidents were resolved (Not Found)');
	});

	it('is an error where the incident itself cannot be read', async () => {
		const { error, items } = await desk.run('incident:getContext', { incidentId: byId('QNOSUCHID12345') });
		expect(items).toEqual([]);
		expect(error?.message).toBe('Incident Not Found');
		expect(desk.sandbox.requests().filter(({ path }) => path !== '/incidents/QNOSUCHID12345')).toEqual([]);
	});
});
