import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { subscriber } from './subscriber';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
const { subscribed, close } = subscriber(() => sandbox);
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty' });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterEach(() => close());
afterAll(async () => await sandbox.close());

const opened = (incidentType: string) => {
	const { id } = sandbox.trigger();
	return sandbox.change(id, { incidentType });
};
const values = (id: string) => `/incidents/${id}/custom_fields/values`;
const set = async (id: string, ...custom_fields: object[]) =>
	await call('PUT', values(id), { body: { custom_fields } });
const held = async (id: string) => {
	const rows = (await call('GET', values(id))).at('custom_fields');
	return Object.fromEntries(
		(rows as Array<{ name: string; value: unknown }>).map(({ name, value }) => [name, value]),
	);
};

it('an incident has the fields of the base type, and those of its own', async () => {
	const base = ['environment', 'customers_affected'];
	expect(Object.keys(await held(opened('incident_default').id))).toEqual(base);
	expect(Object.keys(await held(opened('major_incident').id))).toEqual([
		...base,
		'incident_commander',
		'customer_impact',
	]);
});

it('fields hold what was put into them, by name or ID, until null empties them', async () => {
	const { id } = opened('security_incident');
	const answer = await set(
		id,
		{ name: 'data_exposed', value: true },
		{ name: 'regions', value: ['eu', 'us'] },
		{ name: 'detected_at', value: '2026-11-29T09:40:00Z' },
		{ name: 'customers_affected', value: 12 },
	);
	expect(answer.status).toBe(201);
	expect(answer.at('custom_fields', 0, 'name')).toBe('customers_affected');
	expect(await held(id)).toMatchObject({ data_exposed: true, regions: ['eu', 'us'], customers_affected: 12 });
	await set(id, { id: answer.text('custom_fields', 0, 'id'), value: null });
	expect(await held(id)).toMatchObject({ data_exposed: true, customers_affected: null });
	const included = await call('GET', `/incidents/${id}?include[]=custom_fields`);
	expect(included.at('incident', 'custom_fields', 2, 'value')).toBe(true);
});

it.each([
	['a field of another type of incident', { name: 'customer_impact', value: 'all' }, 'not found'],
	['an unknown field', { name: 'colour', value: 'red' }, 'not found'],
	['text for a number', { name: 'customers_affected', value: '12' }, 'of type integer'],
	['what is no choice', { name: 'regions', value: ['mars'] }, 'one of eu, us, apac'],
	['one where several are wanted', { name: 'regions', value: 'eu' }, 'a list'],
	['text that is too long', { name: 'environment', value: 'x'.repeat(201) }, '200 characters'],
])('refuses %s, and sets nothing', async (_, wrong, words) => {
	const { id } = opened('security_incident');
	const answer = await set(id, { name: 'data_exposed', value: true }, wrong);
	expect(answer.status).toBe(400);
	expect(answer.text('error', 'errors', 0)).toContain(words);
	expect(await held(id)).toMatchObject({ data_exposed: null });
});

it('tells webhooks what fields are now and what they were, once for a change', async () => {
	const { received } = await subscribed([200], { events: ['incident.custom_field_values.updated'] });
	const { id } = opened('incident_default');
	await set(id, { name: 'environment', value: 'staging' });
	await set(id, { name: 'environment', value: 'staging' });
	await set(id, { name: 'environment', value: 'production' });
	await sandbox.settled();
	expect(received.map(({ event }) => event.data)).toMatchObject([
		{
			incident: { id },
			type: 'incident_field_values',
			custom_fields: [{ name: 'environment', value: 'staging' }, { value: null }],
			changed_custom_fields: [{ name: 'environment', value: null }],
		},
		{
			custom_fields: [{ name: 'environment', value: 'production' }, { value: null }],
			changed_custom_fields: [{ name: 'environment', value: 'staging', namespace: 'incidents' }],
		},
	]);
});
