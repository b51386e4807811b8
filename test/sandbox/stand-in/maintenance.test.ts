import { type Sandbox, sandboxIntegrationKeys, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { idNamed } from '../../support/idNamed';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
const hour = 3_600_000;
beforeAll(async () => {
	const wednesday = new Date('2026-03-04T17:00:00Z');
	sandbox = await startSandbox({ strict: true, clock: { now: () => wednesday } });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterAll(async () => await sandbox.close());

const checkout = () => idNamed(sandbox.services(), 'Checkout API');
const plan = async (start_time: string, end_time: string) =>
	await call('POST', '/maintenance_windows', {
		body: {
			maintenance_window: {
				type: 'maintenance_window',
				start_time,
				end_time,
				services: [{ id: checkout(), type: 'service_reference' }],
			},
		},
	});
const status = async () => (await call('GET', `/services/${checkout()}`)).at('service', 'status');
const alarm = async () =>
	await call('POST', '/v2/enqueue', {
		key: null,
		from: null,
		body: {
			routing_key: sandboxIntegrationKeys['Checkout API'],
			event_action: 'trigger',
			payload: { summary: 'Disk full', source: 'db-7', severity: 'error' },
		},
	});

describe('a maintenance window', () => {
	it('begins and ends by the clock, and lets events open no incident meanwhile', async () => {
		await plan('2026-03-04T18:00:00Z', '2026-03-04T20:00:00Z');
		expect(await status()).toBe('active');
		await sandbox.advance(hour);
		expect(await status()).toBe('maintenance');
		expect((await alarm()).status).toBe(202);
		expect(sandbox.incidents()).toEqual([]);
		await sandbox.advance(2 * hour);
		expect(await status()).toBe('active');
		await alarm();
		expect(sandbox.incidents()).toHaveLength(1);
	});

	it('is found by its state', async () => {
		const filtered = async (filter: string) =>
			(await call('GET', `/maintenance_windows?filter=${filter}&service_ids[]=${checkout()}`)).column(
				'maintenance_windows',
				'start_time',
			);
		await plan('2026-03-04T16:00:00Z', '2026-03-04T18:00:00Z');
		await plan('2026-03-04T19:00:00Z', '2026-03-04T20:00:00Z');
		expect(await filtered('ongoing')).toEqual(['2026-03-04T17:00:00Z']);
		expect(await filtered('future')).toEqual(['2026-03-04T19:00:00Z']);
		expect(await filtered('open')).toHaveLength(2);
		await sandbox.advance(1.5 * hour);
		expect(await filtered('past')).toEqual(['2026-03-04T17:00:00Z']);
	});

	it('ends when it is deleted while it is open, and cannot be deleted afterwards', async () => {
		const id = (await plan('2026-03-04T17:00:00Z', '2026-03-04T18:00:00Z')).text('maintenance_window', 'id');
		expect((await call('DELETE', `/maintenance_windows/${id}`)).status).toBe(204);
		expect(await status()).toBe('active');
		expect((await call('DELETE', `/maintenance_windows/${id}`)).status).toBe(400);
		expect((await plan('2026-03-04T15:00:00Z', '2026-03-04T16:00:00Z')).status).toBe(400);
	});
});
