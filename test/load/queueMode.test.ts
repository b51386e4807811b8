import { startSandbox, type Sandbox } from '../../sandbox';
import { askingAt, press } from '../e2e/askingStage';
import { itemsOf } from '../e2e/stage';
import { chain, locator, pagerDuty, pollingTrigger, trigger } from '../e2e/workflowParts';
import { caller } from '../sandbox/stand-in/caller';
import { noteFigures } from '../support/figures';
import { ownN8n, untilServed, type N8n } from '../support/n8n';
import type { WorkflowNode } from '../support/n8nTypes';
import { preloading } from '../support/preloading';
import { deliver, eventBody } from '../support/signedDelivery';
import { until } from '../support/until';
import { ExecutionReader } from './executions';
import { eventsOfALife, happen } from './flood/account';
import { openPlant, type Plant } from './queue/plant';

jest.setTimeout(400_000);

const env = { N8N_EXPRESSION_ENGINE: 'legacy' };
const figures: Record<string, string | number> = { Processes: '1 main, 2 for webhooks, 2 workers' };

let plant: Plant;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty', settings: { deliveriesAtOnce: 20 } });
	plant = await openPlant({ ...env, ...preloading('e2e/timePasses.mjs') });
});
afterEach(async () => await plant.main.cleanUp());
afterAll(async () => {
	noteFigures('queue', figures);
	await plant?.main.stop();
	await sandbox?.close();
});

/** A live workflow in an n8n, whose trigger's address and secret are known. */
async function live(n8n: N8n, after: WorkflowNode[] = [], events = ['incident.triggered']) {
	sandbox.reset('empty');
	sandbox.settings({ deliveriesAtOnce: 20 });
	const workflow = chain('Queue', [trigger({ events }), ...after]);
	const { id } = await n8n.create(workflow, await n8n.connect(sandbox));
	await n8n.client.workflows.activate(id);
	await until('one subscription', () => sandbox.subscriptions().length === 1);
	const [subscription] = sandbox.subscriptions();
	const url = String(subscription?.url);
	await untilServed(url);
	const secret = String(subscription?.secrets[0]);
	/** Sends an attempt at a delivery to one of the processes that take webhooks. */
	const attempt = async (process: number, body: string, webhookId: string) => {
		const { port } = new URL(plant.webhooks[process]?.url ?? '');
		return (await deliver(url.replace(/:\d+/, `:${port}`), body, { secret, webhookId })).status;
	};
	return { id, url, attempt };
}

const ended = async (id: string, count: number) =>
	await until(`${count} executions`, async () => (await plant.ended(id)) >= count, 90_000);

/** Events of an incident that get through in a second. */
async function speed(through: () => Promise<void>): Promise<string> {
	const incidents = 60;
	const started = Date.now();
	happen(sandbox, incidents);
	await sandbox.settled();
	await through();
	return `${((incidents * eventsOfALife.length * 1000) / (Date.now() - started)).toFixed(0)} a second`;
}

describe('n8n in queue mode', () => {
	it('takes events at its webhook process, runs them on its workers, and carries out actions there', async () => {
		const note = pagerDuty('Note', {
			resource: 'incidentNote',
			operation: 'create',
			incidentId: locator('={{ $json.data.id }}'),
			content: 'A worker was here',
		});
		const { id, url } = await live(plant.main, [note]);
		expect(url).toContain(String(plant.webhooks[0]?.url));
		const incident = sandbox.trigger({ title: 'Checkout is down' });
		await ended(id, 1);
		const [execution] = await plant.executions(id);
		expect(execution).toMatchObject({ status: 'success', ran: ['PagerDuty Trigger', 'Note'] });
		expect(sandbox.notes(incident.id).map(({ content }) => content)).toEqual(['A worker was here']);
		expect(plant.workers.some((each) => each.logs().includes(`execution ${execution?.id}`))).toBe(true);
		await sandbox.settled();
		expect(sandbox.deliveries().map(({ status }) => status)).toEqual([200]);
	});

	it('drops repeats, also at another process, and after the first one was killed and started again', async () => {
		const { id, url, attempt } = await live(plant.main);
		const body = eventBody();
		const attempts = [
			await attempt(0, body, 'once'),
			await attempt(0, body, 'once'),
			await attempt(1, body, 'once'),
		];
		await plant.webhooks[0]?.kill();
		await plant.webhooks[0]?.restart();
		attempts.push(await attempt(0, body, 'once'));
		expect(attempts).toEqual([200, 200, 200, 200]);
		expect((await deliver(url, eventBody(), { secret: 'a wrong secret' })).status).toBe(401);
		await ended(id, 1);
		expect(await plant.executions(id)).toMatchObject([{ status: 'success' }]);
	});

	it('takes events of a subscription that the main process has made anew, because it was gone when n8n started', async () => {
		const { id } = await live(plant.main);
		const [before] = sandbox.subscriptions();
		await caller(sandbox)('DELETE', `/webhook_subscriptions/${before?.id}`);
		await plant.main.host.restart();
		const getsThrough = async () => {
			sandbox.trigger();
			await sandbox.settled();
			return (await plant.ended(id)) > 0;
		};
		await until('an event gets through', getsThrough, 60_000);
		const [after, ...more] = sandbox.subscriptions();
		expect(after?.id).not.toBe(before?.id);
		expect(more).toEqual([]);
	});

	it('hands on once what two processes get attempts at at the same time', async () => {
		const { id, attempt } = await live(plant.main);
		const bodies = Array.from({ length: 20 }, () => eventBody());
		for (const [index, body] of bodies.entries())
			await Promise.all([attempt(0, body, `delivery ${index}`), attempt(1, body, `delivery ${index}`)]);
		await ended(id, bodies.length);
		await until('all are over', async () => (await plant.executions(id)).length === (await plant.ended(id)));
		const passed = (await plant.executions(id)).filter(({ ran }) => ran.length > 0);
		expect(new Set(passed.map(({ eventId }) => eventId)).size).toBe(bodies.length);
		expect(passed).toHaveLength(bodies.length);
		figures['Deliveries attempted at two processes at the same time'] = bodies.length;
		figures['… that ran twice'] = passed.length - bodies.length;
	});

	it('polls at its main process, and its workers run what that finds, once, also when it was killed', async () => {
		sandbox.reset('empty');
		const { host, client } = plant.main;
		const workflow = chain('Polling', [pollingTrigger({ events: ['incident.triggered'] })]);
		const { id } = await plant.main.create(workflow, await plant.main.connect(sandbox));
		await client.workflows.activate(id);
		const given = async () =>
			(await client.executions.ofWorkflow(id, 0))
				.flatMap((execution) => itemsOf(execution, 'PagerDuty Polling Trigger'))
				.map(({ data }) => String(Reflect.get(Object(data), 'title')));
		const isFound = async (title: string) => {
			sandbox.trigger({ title });
			process.kill(host.pid, 'SIGUSR2');
			await until(`"${title}" is given`, async () => (await given()).includes(title), 60_000);
		};
		await isFound('First');
		await isFound('Second');
		await host.kill();
		await host.restart();
		await isFound('After the kill');
		await isFound('Last');
		await until('all are over', async () => (await plant.executions(id)).length === (await plant.ended(id)));
		expect(await given()).toEqual(['First', 'Second', 'After the kill', 'Last']);
		const [execution] = await plant.executions(id);
		expect(plant.workers.some((each) => each.logs().includes(`execution ${execution?.id}`))).toBe(true);
	});

	it('goes on after an answer, or without one in time, also when the worker that asked was killed', async () => {
		sandbox.reset();
		const desk = askingAt({ n8n: plant.main, sandbox, credentials: await plant.main.connect(sandbox) });
		const unanswered = await desk.ask('Nobody answers', { timeLimit: 1 });
		const { id, link, executionId } = await desk.ask('Restart the checkout servers?');
		expect(link).toContain(String(plant.webhooks[0]?.url));
		const asker = plant.workers.find((each) => each.logs().includes(`execution ${executionId}`));
		if (!asker) throw new Error('No worker asked');
		await asker.kill();
		expect(await (await press(link, 'approve', 'Maya')).text()).toContain('Approved');
		await press(link, 'decline');
		expect(await desk.outcome(executionId)).toMatchObject([{ approved: true, respondedBy: 'Maya' }]);
		expect(sandbox.notes(id)).toHaveLength(1);
		expect(sandbox.incident(id)).toMatchObject({ status: 'resolved' });
		expect(await desk.outcome(unanswered.executionId, 150_000)).toMatchObject([{ timedOut: true }]);
		expect(sandbox.incident(unanswered.id)).toMatchObject({ status: 'triggered' });
		await asker.restart();
	});

	it('takes a flood, each event once', async () => {
		const { id } = await live(plant.main, [], eventsOfALife);
		const events = () => sandbox.deliveries().map(({ eventId }) => eventId);
		figures['Events in queue mode'] = await speed(async () => await ended(id, events().length));
		const started = (await plant.executions(id)).map(({ eventId }) => eventId);
		expect(started.sort()).toEqual(events().sort());
		expect(new Set(sandbox.deliveries().map(({ status }) => status))).toEqual(new Set([200]));

		const alone = await ownN8n({ env });
		try {
			const reader = new ExecutionReader(alone.host.userFolder);
			const { id: single } = await live(alone, [], eventsOfALife);
			const over = async () => await until('all', () => reader.ended(single) >= events().length, 90_000);
			figures['Events in one process, on SQLite'] = await speed(over);
			reader.close();
		} finally {
			await alone.stop();
		}
	});
});
