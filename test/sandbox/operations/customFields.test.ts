import type { INodeParameters } from 'n8n-workflow';

import { byId, deskForTests } from '../../support/operations/desk';
import { filledIn } from '../../support/operations/fieldValues';
import { securityIncident, valuesOf } from './customFieldValues';

const desk = deskForTests('empty');

const set = async (id: string, parameters: INodeParameters, items?: Array<Record<string, string>>) =>
	await desk.run('incident:setCustomFields', { incidentId: byId(id), ...parameters }, { items });

describe('Set Custom Fields', () => {
	it('takes values as expressions and language models give them, by names and labels', async () => {
		const { id } = securityIncident(desk);
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
		expect(await valuesOf(desk, id)).toMatchObject({
			customers_affected: 12,
			data_exposed: true,
			regions: ['eu', 'us'],
			environment: '7',
		});
	});

	it('leaves what is empty in the form alone, and empties what is null in JSON', async () => {
		const { id } = securityIncident(desk);
		await set(id, { customFields: filledIn({ environment: 'production', customers_affected: 12 }) });
		await set(id, {
			customFields: filledIn({ environment: null, data_exposed: false }),
			customFieldsJson: '{"customers_affected": null}',
		});
		expect(await valuesOf(desk, id)).toEqual({ environment: 'production', data_exposed: false });
	});

	it('takes the fields of the item that have the name of a column, where it maps by itself', async () => {
		const { id } = securityIncident(desk);
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
		expect(await valuesOf(desk, id)).toEqual({ environment: 'staging' });
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
		const { id } = securityIncident(desk);
		const values = { data_exposed: true, ...wrong };
		const { error } = await set(id, { customFieldsJson: JSON.stringify(values) });
		expect(error?.message).toContain(message);
		expect(desk.newWrites()).toEqual([]);
	});

	it('says which fields take only their choices when PagerDuty refuses a value', async () => {
		const { id } = securityIncident(desk);
		const { error } = await set(id, { customFieldsJson: '{"regions": ["mars"], "data_exposed": true}' });
		expect(error?.description).toContain('regions must be one of eu, us, apac');
		expect(error?.description).toContain('"Regions" (which takes its choices only), "Data Exposed"');
		expect(await valuesOf(desk, id)).toEqual({});
	});

	it('wants at least one field', async () => {
		const { error } = await set(securityIncident(desk).id, {});
		expect(error?.message).toContain('"Custom Fields" has nothing in it');
		expect(desk.newRequests()).toEqual([]);
	});

	it.each(['reset', 'truncate', 'status'] as const)(
		'sets them once more when the answer is lost (%s)',
		async (kind) => {
			const { id } = securityIncident(desk);
			desk.sandbox.fail({ method: 'PUT', when: 'after', kind });
			const { error } = await set(id, { customFields: filledIn({ environment: 'production' }) });
			expect(error).toBeUndefined();
			expect(await valuesOf(desk, id)).toEqual({ environment: 'production' });
		},
	);

	it('says that an incident does not exist', async () => {
		const { error } = await set('QNONE01', { customFieldsJson: '{"environment": "production"}' });
		expect(error?.description).toContain('Nothing with this ID exists');
	});
});
