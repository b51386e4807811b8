import { type Sandbox, sandboxIntegrationKeys, startSandbox } from '../../../sandbox';
import { Answer } from './caller';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
});
beforeEach(() => sandbox.reset('empty'));
afterAll(async () => await sandbox.close());

async function enqueue(fields: object): Promise<Answer> {
	const answer = await fetch(`${sandbox.url}/v2/enqueue`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ routing_key: sandboxIntegrationKeys['Checkout API'], ...fields }),
	});
	return new Answer(answer.status, answer.headers, await answer.json());
}

const payload = { summary: 'Disk at 99 %', source: 'db-7', severity: 'critical' };

it('opens an incident on the service of the key and answers with the dedup key', async () => {
	const answer = await enqueue({ event_action: 'trigger', payload });
	expect(answer.status).toBe(202);
	expect(answer.at('status')).toBe('success');
	const [incident] = sandbox.incidents();
	expect(incident).toMatchObject({ title: 'Disk at 99 %', status: 'triggered' });
	expect(incident?.incidentKey).toBe(answer.at('dedup_key'));
	expect(sandbox.services().find(({ id }) => id === incident?.serviceId)?.name).toBe('Checkout API');
});

it('groups by dedup key, acknowledges, resolves, and opens anew after that', async () => {
	const send = (event_action: string) => enqueue({ event_action, dedup_key: 'db-7/disk', payload });
	await send('trigger');
	await send('trigger');
	expect(sandbox.incidents()).toHaveLength(1);
	await send('acknowledge');
	expect(sandbox.incidents()[0]?.status).toBe('acknowledged');
	await send('resolve');
	expect(sandbox.incidents()[0]?.status).toBe('resolved');
	await send('trigger');
	expect(sandbox.incidents()).toHaveLength(2);
});

it('drops acknowledge and resolve for an unknown dedup key silently', async () => {
	const answer = await enqueue({ event_action: 'resolve', dedup_key: 'nothing' });
	expect(answer.status).toBe(202);
	expect(sandbox.incidents()).toHaveLength(0);
});

it.each([
	['a key of the wrong length', { routing_key: 'short', event_action: 'trigger', payload }, '32 characters'],
	['an unknown key', { routing_key: 'f'.repeat(32), event_action: 'trigger', payload }, 'routing_key'],
	['a trigger without payload', { event_action: 'trigger' }, 'payload'],
	['a resolve without dedup key', { event_action: 'resolve' }, 'dedup_key'],
	['an unknown field', { event_action: 'trigger', payload, colour: 'red' }, 'colour'],
	['an unknown severity', { event_action: 'trigger', payload: { ...payload, severity: 'bad' } }, 'severity'],
])('refuses %s with 400', async (_what, fields, mentioned) => {
	const answer = await enqueue(fields);
	expect(answer.status).toBe(400);
	expect(answer.at('status')).toBe('invalid event');
	expect(answer.text('errors', 0)).toContain(mentioned);
});

it('refuses an event of more than 512 KB with 413', async () => {
	const custom_details = { log: 'x'.repeat(512 * 1024) };
	const answer = await enqueue({ event_action: 'trigger', payload: { ...payload, custom_details } });
	expect(answer.status).toBe(413);
	expect(sandbox.incidents()).toHaveLength(0);
});

it('refuses more events than the limit of one key with 429', async () => {
	sandbox.settings({ eventsRateLimit: { requests: 1, perMs: 60_000 } });
	await enqueue({ event_action: 'trigger', payload });
	expect((await enqueue({ event_action: 'trigger', payload })).status).toBe(429);
	const other = { routing_key: sandboxIntegrationKeys['Data Pipeline'], event_action: 'trigger', payload };
	expect((await enqueue(other)).status).toBe(202);
});
