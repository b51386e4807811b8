import { type Sandbox, sandboxIntegrationKeys, startSandbox } from '../../sandbox';
import { caller } from '../sandbox/stand-in/caller';
import { type Ids, type Step, subscription, team } from './sandbox-calls/bodies';
import { communication } from './sandbox-calls/communication';
import { failures } from './sandbox-calls/failures';
import { successes } from './sandbox-calls/successes';
import { describeWithOpenApi, requiresFrom, validateAnswer, validateRequest } from '../support/openapi';

let sandbox: Sandbox;
let ids: Ids;

/** Of what the seed has of these. */
function communicationIds(held: Sandbox) {
	const [page] = held.statusPages();
	const idOf = ([first]: ReadonlyArray<{ id: string }> = []) => first?.id ?? '';
	return {
		changeEvent: idOf(held.changeEvents()),
		workflow: idOf(held.incidentWorkflows()),
		action: idOf(held.actions()),
		invocation: idOf(held.invocations()),
		page: page?.id ?? '',
		pageStatus: idOf(page?.statuses),
		pageSeverity: idOf(page?.severities),
		pageService: idOf(page?.services),
		pageImpact: idOf(page?.impacts),
		post: idOf(held.statusPagePosts()),
		template: idOf(held.templates()),
	};
}

describeWithOpenApi("the sandbox's answers conform to PagerDuty's OpenAPI document", () => {
	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true, settings: { subscriptionLimit: 10 } });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		sandbox.reset();
		const call = caller(sandbox);
		const first = async (path: string, name: string) => (await call('GET', path)).text(name, 0, 'id');
		const [schedule] = sandbox.schedules();
		const overrideFrom = (hours: number) => {
			const [start, end] = [hours, hours + 4].map((each) => new Date(Date.now() + each * 3_600_000));
			const shift = { start: start?.toISOString() ?? '', end: end?.toISOString() ?? '' };
			sandbox.override(schedule?.id ?? '', { userId: sandbox.users()[0]?.id ?? '', ...shift });
			return schedule?.overrides.at(-1)?.id ?? '';
		};
		const created = await call('POST', '/webhook_subscriptions', { body: subscription() });
		const [alsoOpen = '', open = ''] = sandbox
			.incidents()
			.filter(({ status }) => status === 'triggered')
			.map(({ id }) => id)
			.slice(-2);
		ids = {
			open,
			alsoOpen,
			note: sandbox.note(open, 'Seen').id,
			alert: sandbox.alerts(open)[0]?.id ?? '',
			resolved: sandbox.incidents().find(({ status }) => status === 'resolved')?.id ?? '',
			service: await first('/services', 'services'),
			businessService: await first('/business_services', 'business_services'),
			team: await first('/teams', 'teams'),
			emptyTeam: (await call('POST', '/teams', { body: team('Nobody') })).text('team', 'id'),
			user: await first('/users', 'users'),
			policy: await first('/escalation_policies', 'escalation_policies'),
			schedule: schedule?.id ?? '',
			window: sandbox.maintenanceWindows().at(-1)?.id ?? '',
			override: overrideFrom(5),
			begunOverride: overrideFrom(-1),
			log: await first('/log_entries', 'log_entries'),
			...communicationIds(sandbox),
			subscription: created.text('webhook_subscription', 'id'),
		};
	});

	async function conform(steps: Step[]): Promise<void> {
		const problems: string[] = [];
		for (const [method, path, status, call] of steps) {
			const answer = await caller(sandbox)(method, path, call);
			const where = `${method} ${path} → ${answer.status}: `;
			if (answer.status !== status)
				problems.push(`${where}expected ${status}, ${JSON.stringify(answer.body)}`);
			const found = validateAnswer(method, path.split('?')[0] ?? '', answer.status, answer.body);
			problems.push(...found.map((problem) => where + problem));
		}
		expect(problems).toEqual([]);
	}

	it.each(Object.entries({ ...successes, ...communication }))(
		'for %s',
		async (_name, steps) => await conform(steps(ids)),
	);
	it.each(Object.entries(failures))('for %s', async (_name, steps) => await conform(steps(ids)));

	it('for 429', async () => {
		sandbox.settings({ rateLimit: { requests: 1, perMs: 60_000, headers: true } });
		await conform([['GET', '/incidents', 429]]);
	});

	it.each([
		['trigger', 202],
		['explode', 400],
	])('for an event of the Events API with the action %s', async (event_action, status) => {
		const payload = { summary: 'Disk full', source: 'db-7', severity: 'error' };
		const routing_key = sandboxIntegrationKeys['Checkout API'];
		const body = { routing_key, event_action, payload };
		await conform([['POST', '/v2/enqueue', status, { body, key: null, from: null }]]);
	});
});

describeWithOpenApi('the check against the OpenAPI document finds', () => {
	const accept = { Accept: 'application/vnd.pagerduty+json;version=2' };
	const json = { ...accept, 'Content-Type': 'application/json', From: 'maya@harborline.example' };
	const body = {
		incident: { type: 'incident', title: 'x', service: { id: 'P1', type: 'service_reference' } },
	};

	it('nothing wrong with a right request', () => {
		const query = { 'statuses[]': ['triggered', 'resolved'], limit: 100, sort_by: 'created_at:desc' };
		expect(validateRequest('GET', '/incidents', query, accept)).toEqual([]);
		expect(validateRequest('POST', '/incidents', undefined, json, body)).toEqual([]);
		expect([requiresFrom('PUT', '/incidents'), requiresFrom('GET', '/incidents')]).toEqual([true, false]);
	});

	it.each([
		['an unknown path', validateRequest.bind(null, 'GET', '/incident', '', accept), 'no path'],
		[
			'an unknown parameter',
			validateRequest.bind(null, 'GET', '/teams', 'page=2', accept),
			'page is unknown',
		],
		['a wrong value', validateRequest.bind(null, 'GET', '/incidents', 'statuses[]=open', accept), '"open"'],
		['a missing From', validateRequest.bind(null, 'POST', '/incidents', '', accept, body), 'From is missing'],
		['a missing body', validateRequest.bind(null, 'POST', '/incidents', '', json), 'body is missing'],
		[
			'an unlisted field',
			validateRequest.bind(null, 'POST', '/incidents', '', json, {
				incident: { ...body.incident, note: '' },
			}),
			'incident.note is unknown',
		],
		[
			'a wrong answer',
			validateAnswer.bind(null, 'GET', '/teams', 200, { teams: [{ type: 'user' }] }),
			'type',
		],
	])('%s', (_what, check, mentioned) => {
		expect(check().join('\n')).toContain(mentioned);
	});
});
