import { ownN8n } from '../support/n8n';
import type { Execution, StoredWorkflow, WorkflowNode } from '../support/n8nTypes';
import { preloading } from '../support/preloading';
import { until } from '../support/until';
import { itemsOf } from './stage';
import { openTenancy, shown, type Tenant } from './tenancy';
import { chain, pollingTrigger } from './workflowParts';

jest.setTimeout(240_000);

const tenancy = openTenancy(async () => await ownN8n({ env: preloading('e2e/timePasses.mjs') }));
afterAll(async () => await tenancy.n8n?.stop());

/** The minute after which n8n polls again. */
const minutePasses = () => process.kill(tenancy.n8n.host.pid, 'SIGUSR2');

const poller = (name: string, { token }: Tenant): WorkflowNode => ({
	...pollingTrigger({ events: ['incident.triggered', 'incident.acknowledged'] }),
	name,
	credentials: { pagerDutyTokenApi: { id: token, name } },
});

/** Triggers that stand side by side, in one active workflow. */
async function activated(...pollers: WorkflowNode[]): Promise<StoredWorkflow> {
	const names = pollers.map(({ name }) => name).join(' and ');
	const workflow = await tenancy.n8n.create({ ...chain(names, pollers), connections: {} });
	await tenancy.n8n.client.workflows.activate(workflow.id);
	return workflow;
}

const executionsOf = async ({ id }: StoredWorkflow): Promise<Execution[]> =>
	await tenancy.n8n.client.executions.ofWorkflow(id, 0);

/** What one trigger of a workflow gave, over all executions. */
const given = async (workflow: StoredWorkflow, name: string): Promise<unknown[]> =>
	(await executionsOf(workflow))
		.flatMap((execution) => itemsOf(execution, name))
		.map(({ data }) => Reflect.get(Object(data), 'title'));

const untilGiven = async (workflow: StoredWorkflow, name: string, titles: string[]) =>
	await until(
		`${name} gives ${titles.join()}`,
		async () => (await given(workflow, name)).length >= titles.length,
		60_000,
	);

/** Whether every request so far was made with the account's own key. */
function expectOwnKeys(): void {
	for (const one of [tenancy.acme, tenancy.globex])
		expect(shown(one, 'authorization')).toEqual(new Set([`Token token=${one.key}`]));
}

it('polls two accounts, in one workflow and in two, each with its own key', async () => {
	const { acme, globex } = tenancy;
	const both = await activated(poller('Acme', acme), poller('Globex', globex));
	const alone = await activated(poller('Globex', globex));
	acme.sandbox.trigger({ title: 'of acme' });
	globex.sandbox.trigger({ title: 'of globex' });
	minutePasses();
	await untilGiven(both, 'Acme', ['of acme']);
	await untilGiven(both, 'Globex', ['of globex']);
	await untilGiven(alone, 'Globex', ['of globex']);
	minutePasses();
	await Promise.all([acme, globex].map(async ({ sandbox }) => await sandbox.settled()));
	expect(await given(both, 'Acme')).toEqual(['of acme']);
	expect(await given(both, 'Globex')).toEqual(['of globex']);
	expect(await given(alone, 'Globex')).toEqual(['of globex']);
	expectOwnKeys();
	for (const { id } of [both, alone]) await tenancy.n8n.client.workflows.deactivate(id);
});

const limited = { kind: 'status', status: 429, headers: { 'retry-after': '8' }, times: 1 } as const;
const down = { kind: 'reset', times: Infinity } as const;

it.each([
	['limits the rate', limited],
	['is down', down],
])(
	'does not hold one account back while the other one %s, and loses nothing of that one',
	async (_, fault) => {
		const { acme, globex } = tenancy;
		const both = await activated(poller('Acme', acme), poller('Globex', globex));
		acme.sandbox.trigger({ title: 'of acme' });
		globex.sandbox.trigger({ title: 'of globex' });
		acme.sandbox.fail(fault);
		minutePasses();
		await untilGiven(both, 'Globex', ['of globex']);
		expect(acme.sandbox.requests().some((request) => request.fault !== null)).toBe(true);
		expect(await given(both, 'Acme')).toEqual([]);

		globex.sandbox.trigger({ title: 'more of globex' });
		minutePasses();
		await untilGiven(both, 'Globex', ['of globex', 'more of globex']);
		expect(await given(both, 'Acme')).toEqual([]);

		acme.sandbox.recover();
		minutePasses();
		await untilGiven(both, 'Acme', ['of acme']);
		expect(await given(both, 'Acme')).toEqual(['of acme']);
		expect(await given(both, 'Globex')).toEqual(['of globex', 'more of globex']);
		expectOwnKeys();
		await tenancy.n8n.client.workflows.deactivate(both.id);
	},
);
