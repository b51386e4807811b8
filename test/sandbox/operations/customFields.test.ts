import type { INodeParameters } from 'n8n-workflow';

import { byId, openDesk, type Desk } from '../../support/operations/desk';
import { filledIn } from '../../support/operations/fieldValues';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
beforeEach(() => {
	desk.sandbox.reset('empty');
	void desk.newRequests();
});
afterAll(() => desk.sandbox.close());

/** An open incident with fields of every type. */
function securityIncident() {
	const { id } = desk.sandbox.trigger();
	return desk.sandbox.change(id, { incidentType: 'security_incident' });
}
const set = async (id: string, parameters: INodeParameters, items?: Array<Record<string, string>>) =>
	await desk.run('incident:setCustomFields', { incidentId: byId(id), ...parameters }, { items });
const held = async (id: unknown) => {
	const rows = await desk.read('incident:getCustomFields', { incidentId: byId(String(id)), returnAll: true });
	return Object.fromEntries(
		rows.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]),
	);
};
const writes = () => desk.newRequests().filter((request) => !request.startsWith('GET'));

describe('Set Custom Fields', () => {
	it('takes values as expressions and language models give them, by names and labels', async () => {
		const { id } = securityIncident();
		const values = {
			'Customers Affected': '12',
			data_exposed: 'true',
			detected_at: '2026-11-29 09:40',
			regions: 'eu, us',
			environment: 7,
		};
		const { items } = await set(id, { customFieldsJson: `={{ ${JSON.stringify(values)} }}` });
		expect(items).toHaveLength(5);
		expect(items[0]?.json).toMatchObject({ incident: { id } });
		expect(await held(id)).toMatchObject({
			customers_affected: 12,
			data_exposed: true,
			regions: ['eu', 'us'],
			environment: '7',
		});
	});

	it('leaves what is empty in the form alone, and empties what is null in JSON', async () => {
		const { id } = securityIncident();
		await set(id, { customFields: filledIn({ environment: 'production', customers_affected: 12 }) });
		await set(id, {
			customFields: filledIn({ environment: null, data_exposed: false }),
			customFieldsJson: '{"customers_affected": null}',
		});
		expect(await held(id)).toEqual({ environment: 'production', data_exposed: false });
	});

	it('takes the fields of the item that have the name of a column, where it maps by itself', async () => {
		const { id } = securityIncident();
		const column = { displayName: '', required: false, defaultMatch: false, display: true };
		const customFields = {
			...filledIn(null),
			mappingMode: 'autoMapInputData',
			schema: [
				{ ...column, id: 'environment' },
				{ ...column, id: 'ticket' },
			],
		};
		const items = [{ environment: 'staging', order: '4711' }];
		expect((await set(id, { customFields }, items)).error).toBeUndefined();
		expect(await held(id)).toEqual({ environment: 'staging' });
	});

	it.each([
		[{ customers_affected: 'many' }, '"Custom Fields (JSON) > Customers Affected" must be a whole number'],
		[{ customers_affected: 1.5 }, '"Custom Fields (JSON) > Customers Affected" must be a whole number'],
		[{ data_exposed: 'perhaps' }, '"Custom Fields (JSON) > Data Exposed" must be true or false'],
		[{ detected_at: 'yesterday' }, '"Custom Fields (JSON) > Detected At" is not a date and time'],
		[{ ticket: 'SEC-1' }, '"Custom Fields (JSON) > Ticket" must be an address'],
		[{ environment: 'x'.repeat(201) }, '"Custom Fields (JSON) > Environment" is too long'],
		[{ environment: { name: 'production' } }, '"Custom Fields (JSON) > Environment" needs text'],
		[{ customer_impact: 'all' }, '"Custom Fields (JSON)" has no field "customer_impact" for this incident'],
	])('refuses %j before it sets anything, and names the field', async (wrong, message) => {
		const { id } = securityIncident();
		const values = { data_exposed: true, ...wrong };
		const { error } = await set(id, { customFieldsJson: JSON.stringify(values) });
		expect(error?.message).toContain(message);
		expect(writes()).toEqual([]);
	});

	it('says which fields take only their choices when PagerDuty refuses a value', async () => {
		const { id } = securityIncident();
		const { error } = await set(id, { customFieldsJson: '{"regions": ["mars"], "data_exposed": true}' });
		expect(error?.description).toContain('regions must be one of eu, us, apac');
		expect(error?.description).toContain('"Regions" (which takes its choices only), "Data Exposed"');
		expect(await held(id)).toEqual({});
	});

	it('wants at least one field', async () => {
		const { error } = await set(securityIncident().id, {});
		expect(error?.message).toContain('"Custom Fields" has nothing in it');
		expect(desk.newRequests()).toEqual([]);
	});

	it.each(['reset', 'truncate', 'status'] as const)(
		'sets them once more when the answer is lost (%s)',
		async (kind) => {
			const { id } = securityIncident();
			desk.sandbox.fail({ method: 'PUT', when: 'after', kind });
			const { error } = await set(id, { customFields: filledIn({ environment: 'production' }) });
			expect(error).toBeUndefined();
			expect(await held(id)).toEqual({ environment: 'production' });
		},
	);

	it('says that an incident does not exist', async () => {
		const { error } = await set('QNONE01', { customFieldsJson: '{"environment": "production"}' });
		expect(error?.description).toContain('Nothing with this ID exists');
	});
});
