import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { waits } from '../../support/waits';
import { letThrough } from '../pagerDutyServer';
import { apiToken, byId, jsons, runNode } from '../pagerDutyNode';

const body = JSON.stringify({ incident: { id: 'PABC123' } });
let server: Server | undefined;

beforeAll(() => letThrough('127.0.0.1'));
afterEach(async () => {
	server?.closeAllConnections();
	await new Promise((resolve) => server?.close(resolve));
});

async function getFrom(listener: RequestListener) {
	server = createServer(listener);
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const pagerDutyTokenApi = { region: 'custom', baseUrl: `http://127.0.0.1:${port}`, apiToken };
	return await runNode(
		'incident.get',
		{ incidentId: byId('PABC123') },
		{ credentials: { pagerDutyTokenApi } },
	);
}

describe('Over a real socket', () => {
	it.each<[string, RequestListener]>([
		['is closed without an answer', (_, response) => response.destroy()],
		[
			'breaks off in the middle of the answer',
			(_, response) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
				response.write(body.slice(0, 10), () => response.destroy());
			},
		],
	])('a read whose connection %s is sent again', async (__, failing) => {
		let count = 0;
		const { items } = await getFrom((request, response) =>
			++count === 1 ? failing(request, response) : void response.end(body),
		);
		expect(count).toBe(2);
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(waits).toHaveLength(1);
	});
});
