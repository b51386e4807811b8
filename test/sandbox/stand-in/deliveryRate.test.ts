import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Sandbox, startSandbox } from '../../../sandbox';
import { until } from '../../support/until';
import { subscribe } from './subscriber';

let sandbox: Sandbox;
/** Deliveries that have no answer yet. */
const waiting: ServerResponse[] = [];
const receiver = createServer((request, response) => {
	request.resume();
	waiting.push(response);
});

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty', settings: { deliveriesAtOnce: 2 } });
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	const { port } = receiver.address() as AddressInfo;
	await subscribe(sandbox, `http://127.0.0.1:${port}/`);
});
afterAll(async () => {
	receiver.closeAllConnections();
	receiver.close();
	await sandbox.close();
});

it('has no more deliveries under way than it is set to, and makes all of them in the end', async () => {
	for (let count = 0; count < 7; count++) sandbox.trigger();
	for (const atOnce of [2, 2, 2, 1]) {
		await until('they are under way', () => waiting.length === atOnce);
		expect(sandbox.deliveries().filter(({ outcome }) => outcome === 'pending')).toHaveLength(atOnce);
		for (const response of waiting.splice(0)) response.writeHead(200).end();
	}
	await sandbox.settled();
	expect(sandbox.deliveries().map(({ outcome }) => outcome)).toEqual(Array<string>(7).fill('delivered'));
});
