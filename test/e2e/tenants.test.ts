import { sandboxKeys } from '../../sandbox';
import { noteFigures } from '../support/figures';
import { untilServed } from '../support/n8n';
import type { Execution } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf } from './stage';
import { each, incidents, list, openTenancy, shown, type Tenant } from './tenancy';
import { chain, locator, trigger } from './workflowParts';

jest.setTimeout(300_000);

const tenancy = openTenancy();

const endOf = ({ stoppedAt }: Execution) => Date.parse(String(stoppedAt));

it('keeps two accounts in one workflow, and in two at once, apart: keys, From users, hold-backs', async () => {
	const { acme, globex, run } = tenancy;
	acme.sandbox.settings({ rateLimit: { requests: 80, perMs: 3_000, headers: true } });
	const [both, other, limited, free] = await Promise.all([
		run('both', list('List', acme), each('Here', acme, 'get'), each('There', globex, 'get')),
		run(
			'the other way',
			list('List', globex),
			each('There', globex, 'acknowledge'),
			each('Here', acme, 'resolve'),
		),
		run('limited', list('List', acme), each('Get', acme, 'get')),
		run('free', list('List', globex), each('Get', globex, 'get')),
	]);
	for (const execution of [both, other, limited, free]) expect(execution.status).toBe('success');
	for (const name of ['Here', 'There']) expect(itemsOf(both, name)).toHaveLength(incidents);
	expect(itemsOf(limited, 'Get')).toHaveLength(incidents);

	for (const one of [acme, globex]) {
		expect(shown(one, 'authorization')).toEqual(new Set([`Token token=${one.key}`]));
		expect(shown(one, 'from')).toEqual(new Set([one.from]));
	}
	const refused = ({ sandbox }: Tenant) => sandbox.requests().filter(({ status }) => status === 429).length;
	expect(refused(acme)).toBeGreaterThan(0);
	expect(refused(globex)).toBe(0);
	// Waiting for one account holds back nothing of the other.
	expect(endOf(free)).toBeLessThan(endOf(limited));
	noteFigures('tenants', {
		Accounts: 2,
		'Requests to the one account': acme.sandbox.requests().length,
		'of which refused for their rate': refused(acme),
		'Requests to the other account': globex.sandbox.requests().length,
		'of which refused': 0,
		'Requests with the key of another account': 0,
	});
});

it('keeps two keys of one account apart', async () => {
	const { acme, run } = tenancy;
	const [one, two] = acme.sandbox.incidents().map(({ id }) => id);
	const readOnly: Tenant = {
		...acme,
		token: await tenancy.credential('pagerDutyTokenApi', acme.sandbox, { apiToken: sandboxKeys.readOnly }),
	};
	const get = (name: string, of: Tenant, id: string | undefined) =>
		each(name, of, 'get', { incidentId: locator(String(id)) });
	await Promise.all([
		run('full and read-only', list('List', acme), get('Full', acme, one), get('Reading', readOnly, two)),
		run('read-only and full', list('List', acme), get('Reading', readOnly, two), get('Full', acme, one)),
	]);
	const keysFor = (id: string | undefined) =>
		new Set(
			acme.sandbox
				.requests()
				.flatMap(({ path, headers }) => (path.endsWith(String(id)) ? headers.authorization : [])),
		);
	expect(keysFor(one)).toEqual(new Set([`Token token=${sandboxKeys.account}`]));
	expect(keysFor(two)).toEqual(new Set([`Token token=${sandboxKeys.readOnly}`]));
});

it('renews the OAuth tokens of two accounts at once, each its own', async () => {
	const { acme, globex, run } = tenancy;
	const asApp = { authentication: 'oAuth2' };
	const both = async () =>
		await Promise.all([
			run(
				'both',
				list('List', acme, asApp),
				each('Here', acme, 'get', asApp),
				each('There', globex, 'get', asApp),
			),
			run(
				'the other way',
				list('List', globex, asApp),
				each('There', globex, 'get', asApp),
				each('Here', acme, 'get', asApp),
			),
		]);
	const before = await both();
	for (const { sandbox } of [acme, globex]) await sandbox.advance(25 * 3_600_000);
	const after = await both();
	for (const execution of [...before, ...after]) {
		expect(execution.data.resultData.error?.message).toBeUndefined();
		expect(itemsOf(execution, 'There')).toHaveLength(incidents);
	}
	const here = shown(acme, 'authorization');
	const there = shown(globex, 'authorization');
	// The one before and the one after, and possibly one more where two asked at once.
	for (const tokens of [here, there]) expect(tokens.size).toBeGreaterThanOrEqual(2);
	expect([...here].filter((token) => there.has(token))).toEqual([]);
});

it('asks for the lists of pickers with the key of the credential that is open', async () => {
	const { n8n, acme, globex } = tenancy;
	const services = async ({ token }: Tenant) =>
		await n8n.client.locatorResults({
			nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
			path: 'serviceId',
			methodName: 'searchServices',
			currentNodeParameters: { authentication: 'token', resource: 'incident', operation: 'create' },
			credentials: { pagerDutyTokenApi: { id: token, name: 'PagerDuty' } },
		});
	await Promise.all([acme, globex, acme, globex].map(services));
	for (const one of [acme, globex]) {
		expect(one.sandbox.requests()).toHaveLength(2);
		expect(shown(one, 'authorization')).toEqual(new Set([`Token token=${one.key}`]));
	}
});

it("starts each tenant's workflow with that tenant's events only", async () => {
	const { n8n, acme, globex } = tenancy;
	const watch = async (name: string, { sandbox, token }: Tenant) => {
		const start = trigger({ events: ['incident.triggered'] });
		start.credentials = { pagerDutyTokenApi: { id: token, name } };
		const workflow = await n8n.create(chain(name, [start]));
		await n8n.client.workflows.activate(workflow.id);
		await until('a subscription', () => sandbox.subscriptions().length === 1);
		await untilServed(String(sandbox.subscriptions()[0]?.url));
		return workflow;
	};
	const watched = await Promise.all([watch('acme', acme), watch('globex', globex)]);
	acme.sandbox.trigger({ title: 'of acme' });
	globex.sandbox.trigger({ title: 'of globex' });
	const titles = await Promise.all(
		watched.map(async ({ id }) =>
			(await n8n.client.executions.ofWorkflow(id, 1)).map(
				(execution) => (itemsOf(execution, 'PagerDuty Trigger')[0]?.data as { title: string }).title,
			),
		),
	);
	expect(titles).toEqual([['of acme'], ['of globex']]);
	for (const { id } of watched) await n8n.client.workflows.deactivate(id);
	for (const one of [acme, globex]) {
		expect(shown(one, 'authorization')).toEqual(new Set([`Token token=${one.key}`]));
		expect(one.sandbox.subscriptions()).toEqual([]);
	}
});
