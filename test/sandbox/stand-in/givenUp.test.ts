import { once } from 'node:events';
import { createServer, globalAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { subscribe, subscriber } from './subscriber';

let sandbox: Sandbox;
const { subscribed, close } = subscriber(() => sandbox);
const closing: Array<() => void> = [];

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, settings: { deliveryRetryMs: [60_000] } });
});
beforeEach(() => sandbox.reset('empty'));
afterEach(() => {
	close();
	for (const end of closing.splice(0)) end();
});
afterAll(async () => await sandbox.close());

const isActive = async (id: string) =>
	(await caller(sandbox)('GET', `/webhook_subscriptions/${id}`)).at('webhook_subscription', 'active');
const outcomes = () => sandbox.deliveries().map(({ outcome }) => outcome);
const hour = 3_600_000;

it('three in a row that nobody answered for 48 hours disable a subscription, and what waits for it is lost', async () => {
	const { id } = await subscribed([500]);
	for (let count = 0; count < 3; count++) sandbox.trigger();
	await sandbox.settled();
	await sandbox.advance(48 * hour - 30_000);
	expect(outcomes()).toContain('dropped');
	expect(await isActive(id)).toBe(false);
	const made = sandbox.deliveries().length;
	sandbox.trigger();
	await sandbox.settled();
	expect(sandbox.deliveries()).toHaveLength(made);
});

/** A receiver whose certificate was made by nobody, unless `trusted`. */
async function secureReceiver({ days, trusted }: { days: [from: number, to: number]; trusted: boolean }) {
	const [notBeforeDate, notAfterDate] = days.map((day) => new Date(Date.now() + day * 24 * hour));
	const names = [{ type: 7 as const, ip: '127.0.0.1' }];
	const pems = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
		keySize: 2048,
		notBeforeDate,
		notAfterDate,
		extensions: [{ name: 'subjectAltName', altNames: names }],
	});
	const server = createServer({ key: pems.private, cert: pems.cert }, (_request, response) => response.end());
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { ca } = globalAgent.options;
	if (trusted) globalAgent.options.ca = [pems.cert];
	closing.push(() => {
		globalAgent.options.ca = ca;
		server.closeAllConnections();
		server.close();
	});
	const answer = await subscribe(sandbox, `https://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
	sandbox.trigger();
	await sandbox.settled();
	return answer.text('webhook_subscription', 'id');
}

it('a certificate that nobody vouches for is given up at once', async () => {
	const id = await secureReceiver({ days: [-1, 1], trusted: false });
	expect(outcomes()).toEqual(['dropped']);
	for (let count = 0; count < 2; count++) sandbox.trigger();
	await sandbox.settled();
	expect(await isActive(id)).toBe(false);
});

it('a certificate that has expired is tried again: somebody may renew it', async () => {
	await secureReceiver({ days: [-3, -1], trusted: true });
	expect(sandbox.deliveries()[0]?.error).toBe('CERT_HAS_EXPIRED');
	expect(outcomes()).toEqual(['retrying']);
});

it('a good certificate is taken', async () => {
	await secureReceiver({ days: [-1, 1], trusted: true });
	expect(outcomes()).toEqual(['delivered']);
});
