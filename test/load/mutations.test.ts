import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import { mapConcurrent } from '../../nodes/PagerDuty/engine/mapConcurrent';
import { chain, trigger } from '../e2e/workflowParts';
import { dice } from '../support/dice';
import { noteFigures } from '../support/figures';
import { ownN8n, untilServed, type N8n } from '../support/n8n';
import { until } from '../support/until';
import { startedBy } from './mutations/executions';
import type { Secrets } from './mutations/forgery';
import { plan, type Planned } from './mutations/plan';
import { Sender } from './mutations/send';
import { isOurs, isReplay, Tally } from './mutations/tally';

jest.setTimeout(900_000);

const seed = 20260801;
const forgeries = 10_000;
const atOnce = 16;

let n8n: N8n;
const sandboxes: Sandbox[] = [];

beforeAll(async () => {
	// n8n then takes no isolate for what has no expression: ten thousand deliveries took 40 seconds and not 420.
	n8n = await ownN8n({ env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } });
	sandboxes.push(await startSandbox({ strict: true }), await startSandbox());
});
afterAll(async () => {
	await n8n?.stop();
	for (const sandbox of sandboxes) await sandbox.close();
});

/** A workflow that waits for events of an account, and its subscription there. */
async function watching(account: number) {
	const sandbox = sandboxes[account] as Sandbox;
	const before = new Set(sandbox.subscriptions().map(({ id }) => id));
	const workflow = await n8n.create(
		chain(`watching ${account}`, [trigger({ events: ['incident.triggered'] })]),
		await n8n.connect(sandbox),
	);
	const subscribe = async () => {
		await n8n.client.workflows.activate(workflow.id);
		const fresh = () => sandbox.subscriptions().find(({ id }) => !before.has(id));
		await until('a new subscription', () => fresh() !== undefined);
		const subscription = fresh();
		before.add(String(subscription?.id));
		await untilServed(String(subscription?.url));
		return {
			id: String(subscription?.id),
			url: new URL(String(subscription?.url)),
			secret: String(subscription?.secrets[0]),
		};
	};
	return { workflow, subscribe };
}

it('starts nothing on 10,000 forged deliveries, and exactly one execution for each genuine one between them', async () => {
	const mine = await watching(0);
	const others = await Promise.all([watching(0), watching(1)]);
	const [neighbour, foreigner] = await Promise.all(others.map(async ({ subscribe }) => await subscribe()));
	const before = await mine.subscribe();
	await n8n.client.workflows.deactivate(mine.workflow.id);
	const live = await mine.subscribe();
	const secrets: Secrets = {
		live: live.secret,
		old: before.secret,
		ofAnotherWorkflow: String(neighbour?.secret),
		ofAnotherAccount: String(foreigner?.secret),
		subscriptionId: live.id,
		apiToken: sandboxKeys.account,
	};

	const sender = new Sender(n8n.host.url);
	const tally = new Tally();
	const events = new Map<string, object>();
	const started = Date.now();
	const deliver = async ({ kind, delivery, event }: Planned) => {
		if (event) events.set(event.id, event);
		tally.count(kind, await sender.send(delivery));
	};
	await mapConcurrent([...plan(forgeries, live.url.pathname, secrets, dice(seed))], atOnce, deliver);
	const seconds = (Date.now() - started) / 1000;
	sender.close();

	expect(tally.total - 2 * events.size).toBe(forgeries);
	// Both attempts at each genuine delivery are welcome, and no forged one is.
	expect(tally.statusesOf('genuine')).toEqual(['200']);
	expect(tally.statusesOf('genuine, again')).toEqual(['200']);
	expect(tally.acceptedForgeries()).toEqual([]);
	// What is ours is a plain refusal; what n8n refuses before it asks us has its reason.
	expect(
		tally.kindsWith((answer) => isOurs(answer) && answer.status !== 401).filter((kind) => !isReplay(kind)),
	).toEqual([]);
	expect(tally.answersToReplays()).toEqual(['200 {"message":"This event was taken before."}']);
	expect(
		tally.kindsWith(({ status }) => status >= 500).filter((kind) => !n8nsOwnFaults.includes(kind)),
	).toEqual([]);
	expect(Object.keys(tally.byAnswer()).filter((name) => name.includes('unexplained'))).toEqual([]);

	await until(
		'all executions',
		async () => (await startedBy(n8n, mine.workflow.id)).length >= events.size,
		60_000,
	);
	const given = await startedBy(n8n, mine.workflow.id);
	expect(given).toHaveLength(events.size);
	expect(new Map(given.map((event) => [String(event.id), event]))).toEqual(events);
	for (const { workflow } of others) expect(await startedBy(n8n, workflow.id)).toEqual([]);

	noteFigures('mutations', {
		'Forged deliveries': forgeries,
		'Sorts of forgery': tally.sorts,
		'Forged deliveries that started something': 0,
		'Genuine deliveries between them, each sent twice': events.size,
		Executions: given.length,
		'Answers of 5xx by the node': 0,
		...tally.byAnswer(),
		Seconds: Math.round(seconds),
	});
});

/**
 * n8n unpacks a body, and looks at the method and the address, before it asks the node, and calls some of what it does not
 * like a fault of its own. PagerDuty does nothing of the kind.
 */
const n8nsOwnFaults = [
	'address: PROPFIND',
	'address: of a waiting webhook',
	'encoding: deflate that is none',
	'encoding: gzip called deflate',
	'encoding: gzip that breaks off',
	'encoding: gzip that is none',
	'encoding: gzip with more behind it',
	'wire: a length far too long',
];
