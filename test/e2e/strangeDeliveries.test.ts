import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { startSandbox, type Sandbox } from '../../sandbox';
import { signed, withHeader, type Delivery } from '../load/mutations/delivery';
import { Sender } from '../load/mutations/send';
import { sharedN8n, untilServed, type N8n } from '../support/n8n';
import type { StoredWorkflow, WorkflowNode } from '../support/n8nTypes';
import { until } from '../support/until';
import { chain, trigger } from './workflowParts';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let workflow: StoredWorkflow;
let sender: Sender;
let path: string;
let secret: string;

/** Looks for what a delivery may have left in n8n's process, where the workflow's expressions run. */
const lookAround: WorkflowNode = {
	name: 'Look Around',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	position: [200, 0],
	parameters: {
		mode: 'manual',
		assignments: {
			assignments: [
				{ id: '1', name: 'id', type: 'string', value: '={{ $json.id }}' },
				{ id: '2', name: 'polluted', type: 'string', value: '={{ String($json.polluted) }}' },
				{ id: '3', name: 'title', type: 'string', value: '={{ $json.data.title }}' },
			],
		},
		options: {},
	},
};

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	n8n = await sharedN8n();
	const nodes = [trigger({ events: ['incident.triggered'] }), lookAround];
	workflow = await n8n.create(chain('Strange deliveries', nodes), await n8n.connect(sandbox));
	await n8n.client.workflows.activate(workflow.id);
	await until('one subscription', () => sandbox.subscriptions().length === 1);
	const [subscription] = sandbox.subscriptions();
	await untilServed(String(subscription?.url));
	path = new URL(String(subscription?.url)).pathname;
	secret = String(subscription?.secrets[0]);
	sender = new Sender(n8n.host.url);
});
afterAll(async () => {
	sender?.close();
	await n8n?.cleanUp();
	await sandbox?.close();
});

let events = 0;
const newId = () => `01STRANGE${events++}`;

/** What PagerDuty signs, with something put into the event before or after what it says itself. */
const text = (id: string, { before = '', after = '', data = '', outside = '' } = {}) =>
	`{${outside}"event":{${before}"id":"${id}","event_type":"incident.triggered","data":{"type":"incident",${data}"title":"t"}${after}}}`;

const signedBody = (body: string): Delivery => {
	const bytes = Buffer.from(body);
	return {
		method: 'POST',
		path,
		headers: [
			['Content-Type', 'application/json'],
			['X-PagerDuty-Signature', signed(secret, bytes)],
		],
		body: bytes,
	};
};

/** What the node after the trigger made of each execution that ended, by the event's ID. */
async function given(): Promise<Map<unknown, Record<string, unknown>>> {
	const ended = await n8n.client.executions.ofWorkflow(workflow.id, 0);
	const items = ended.flatMap(({ data }) =>
		(data.resultData.runData['Look Around']?.[0]?.data?.main[0] ?? []).map(({ json }) => json),
	);
	return new Map(items.map((json) => [json.id, json]));
}

async function arrives(id: string) {
	await until(`${id} arrives`, async () => (await given()).has(id));
	return (await given()).get(id);
}

const packed = (delivery: Delivery, encoding: string, body: Buffer) =>
	withHeader({ ...delivery, body }, 'Content-Encoding', encoding);

describe('a signed delivery that something on its way packed or cut', () => {
	it.each([
		['gzip', (good: Delivery) => packed(good, 'gzip', gzipSync(good.body))],
		['deflate', (good: Delivery) => packed(good, 'deflate', deflateSync(good.body))],
		['gzip in chunks', (good: Delivery) => ({ ...packed(good, 'gzip', gzipSync(good.body)), chunk: 7 })],
		['chunks', (good: Delivery) => ({ ...good, chunk: 5 })],
		['identity', (good: Delivery) => packed(good, 'identity', good.body)],
	])('(%s) is unpacked by n8n and taken', async (_, way) => {
		const id = newId();
		expect(await sender.send(way(signedBody(text(id))))).toMatchObject({ status: 200 });
		expect(await arrives(id)).toMatchObject({ title: 't' });
	});

	it.each([
		[
			'Brotli, which n8n does not unpack',
			(good: Delivery) => packed(good, 'br', brotliCompressSync(good.body)),
		],
		['gzip under a name in capitals', (good: Delivery) => packed(good, 'GZIP', gzipSync(good.body))],
		['gzip twice', (good: Delivery) => packed(good, 'gzip, gzip', gzipSync(gzipSync(good.body)))],
	])('(%s) is refused and starts nothing, and is taken as it should be', async (_, way) => {
		const id = newId();
		const good = signedBody(text(id));
		expect((await sender.send(way(good))).status).toBeGreaterThanOrEqual(400);
		expect((await given()).has(id)).toBe(false);
		expect(await sender.send(good)).toMatchObject({ status: 200 });
		await arrives(id);
	});
});

const polluting = (name: string) =>
	`"${name}":{"polluted":"yes","id":"forged","prototype":{"polluted":"yes"}},`;

describe('a signed delivery with strange JSON', () => {
	it('in which a name stands twice means what stands last, for the choice of events and for the workflow', async () => {
		const chosen = newId();
		const twice = (one: string, other: string) =>
			text(chosen, { before: `"event_type":"${one}",`, after: `,"event_type":"${other}"` });
		expect(await sender.send(signedBody(twice('incident.triggered', 'incident.resolved')))).toMatchObject({
			status: 200,
			body: expect.stringContaining('not chosen'),
		});
		expect(await sender.send(signedBody(twice('incident.resolved', 'incident.triggered')))).toMatchObject({
			status: 200,
			body: expect.stringContaining('was started'),
		});
		await arrives(chosen);
		const second = newId();
		await sender.send(
			signedBody(
				text('first', {
					after: `},"event":{"id":"${second}","event_type":"incident.triggered","data":{"title":"second"}`,
				}),
			),
		);
		expect(await arrives(second)).toMatchObject({ title: 'second' });
		expect((await given()).has('first')).toBe(false);
	});

	it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toJSON'])(
		'with a %s in it is taken, and leaves nothing behind',
		async (name) => {
			const id = newId();
			const inside = polluting(name);
			const strange = text(id, { outside: inside, before: inside, data: inside });
			expect(await sender.send(signedBody(strange))).toMatchObject({ status: 200 });
			expect(await arrives(id)).toMatchObject({ id, title: 't' });
			const next = newId();
			await sender.send(signedBody(text(next)));
			expect(await arrives(next)).toEqual({ id: next, polluted: 'undefined', title: 't' });
		},
	);

	it.each([1_000, 100_000])('that is %s levels deep is taken, and so is the next one', async (depth) => {
		const [id, next] = [newId(), newId()];
		const deep = text(id, { data: `"deep":${'['.repeat(depth)}${']'.repeat(depth)},` });
		expect(await sender.send(signedBody(deep))).toMatchObject({ status: 200 });
		expect(await sender.send(signedBody(text(next)))).toMatchObject({ status: 200 });
		await arrives(next);
		expect(await arrives(id)).toMatchObject({ title: 't' });
	});
});
