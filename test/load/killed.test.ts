import { startSandbox, type Sandbox } from '../../sandbox';
import { chain, trigger } from '../e2e/workflowParts';
import { startReceiver } from '../sandbox/stand-in/receiver';
import { noteFigures } from '../support/figures';
import { openFront, untilReady, type Front } from '../support/front';
import { ownN8n, untilServed, type N8n } from '../support/n8n';
import type { WorkflowNode } from '../support/n8nTypes';
import { until } from '../support/until';
import { ExecutionReader } from './executions';
import { answered, eventsOfALife, happen } from './flood/account';

jest.setTimeout(400_000);

const kills = 5;
/** Incidents that begin before each kill. */
const incidents = 30;
const eventsAKill = incidents * eventsOfALife.length;
const events = kills * eventsAKill;

let n8n: N8n;
let front: Front;
let sandbox: Sandbox;
let executions: ExecutionReader;
/** What the workflow does: it tells this server of each event. */
let witness: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
	sandbox = await startSandbox({
		strict: true,
		seed: 'empty',
		settings: { deliveriesAtOnce: 20, deliveryRetryMs: [1_000] },
	});
	witness = await startReceiver(200);
	front = await openFront();
	front.refusal = untilReady(front);
	const env = { WEBHOOK_URL: `${front.url}/`, N8N_EXPRESSION_ENGINE: 'legacy' };
	n8n = await ownN8n({ env });
	front.target = n8n.host.url;
	executions = new ExecutionReader(n8n.host.userFolder);
});
afterAll(async () => {
	executions?.close();
	await n8n?.stop();
	witness?.close();
	await front?.close();
	await sandbox?.close();
});

const tell = (url: string): WorkflowNode => ({
	name: 'Tell',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [200, 0],
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify({ event: $json }) }}',
		options: {},
	},
});

async function activate(): Promise<string> {
	const node = trigger({ events: eventsOfALife });
	const workflow = await n8n.create(chain('Killed', [node, tell(witness.url)]), await n8n.connect(sandbox));
	await n8n.client.workflows.activate(workflow.id);
	await until('one subscription', () => sandbox.subscriptions().length === 1);
	await untilServed(String(sandbox.subscriptions()[0]?.url));
	return workflow.id;
}

const countOf = (ids: readonly string[]) =>
	ids.reduce((counts, id) => counts.set(id, (counts.get(id) ?? 0) + 1), new Map<string, number>());

describe('n8n killed again and again in the middle of a flood', () => {
	it('loses no event and does nothing twice', async () => {
		const workflowId = await activate();
		for (let kill = 1; kill <= kills; kill++) {
			happen(sandbox, incidents);
			const some = (kill - 0.5) * eventsAKill;
			await until(`${some} answers`, () => answered(sandbox).length >= some, 120_000);
			await n8n.host.kill();
			await n8n.host.restart();
		}
		await until(`${events} answers`, () => answered(sandbox).length === events, 120_000);
		const isOver = () => executions.ended(workflowId) === executions.of(workflowId).length;
		await until('all executions are over', isOver, 60_000);

		const stored = executions.of(workflowId);
		const told = countOf(witness.received.map(({ event }) => event.id));
		const sent = [...new Set(sandbox.deliveries().map(({ eventId }) => eventId))];
		// n8n says of these that they crashed: it was killed after it had answered PagerDuty, and before they were done.
		const interrupted = sent.filter((id) => !told.has(id));
		noteFigures('killed', {
			'Times that n8n was killed': kills,
			'Events sent': sent.length,
			'Attempts at delivering them': sandbox.deliveries().length,
			'Executions that ended at the trigger, because PagerDuty came again': stored.length - sent.length,
			'Events without an execution': sent.filter((id) => !stored.some(({ eventId }) => eventId === id))
				.length,
			'Events that were acted on twice': [...told.values()].filter((count) => count > 1).length,
			'Events whose execution the kill interrupted (n8n lists it as crashed)': interrupted.length,
		});
		expect(sent).toHaveLength(events);
		// An execution takes some ten milliseconds. Were more of them interrupted, something would hold back what PagerDuty no
		// longer sends.
		expect(interrupted.length).toBeLessThanOrEqual(2 * kills);
		expect([...told.values()].filter((count) => count > 1)).toEqual([]);
		for (const id of interrupted) {
			const mine = stored.filter(({ eventId }) => eventId === id);
			expect(mine.map(({ status }) => status)).toContain('crashed');
		}
	});
});
