import type { INodeParameters } from 'n8n-workflow';

import { byId, deskForTests } from '../../support/operations/desk';
import { filledIn } from '../../support/operations/fieldValues';
import { securityIncident, valuesOf } from './customFieldValues';

const desk = deskForTests('empty');

describe('Custom fields of a new incident', () => {
	const create = async (more: INodeParameters) =>
		await desk.run('incident:create', {
			serviceId: byId(desk.sandbox.services()[0]?.id ?? ''),
			title: 'Strange logins',
			...more,
		});
	const fields = { withCustomFields: true, customFields: filledIn({ data_exposed: true }) };
	const additionalFields = { incidentType: 'security_incident' };

	it('are those of its type', async () => {
		const { items } = await create({
			...fields,
			additionalFields: { ...additionalFields, customFieldsJson: '{"environment": "production"}' },
		});
		expect(await valuesOf(desk, items[0]?.json.id)).toEqual({
			data_exposed: true,
			environment: 'production',
		});
	});

	it('are not set while the switch is off', async () => {
		const { items } = await create({ ...fields, withCustomFields: false, additionalFields });
		expect(await valuesOf(desk, items[0]?.json.id)).toEqual({});
	});

	it.each([
		['POST', '/incidents'],
		['PUT', '/custom_fields/values'],
	])('are set on one incident when an answer is lost: %s %s', async (method, path) => {
		desk.sandbox.fail({ method, path, when: 'after', kind: 'reset' });
		const { items } = await create({ ...fields, additionalFields });
		expect(desk.sandbox.incidents()).toHaveLength(1);
		expect(await valuesOf(desk, items[0]?.json.id)).toEqual({ data_exposed: true });
	});

	it('do not keep a page from going out, and an error says which incident is open', async () => {
		const { error } = await create({
			...fields,
			additionalFields: { customFieldsJson: '{"colour": "red"}' },
		});
		const [incident] = desk.sandbox.incidents();
		expect(error?.message).toContain('has no field "');
		expect(error?.description).toContain(`Incident #${incident?.number} is open`);
	});
});

describe('Custom fields of an updated incident', () => {
	const update = async (id: string, more: INodeParameters) =>
		await desk.run('incident:update', { incidentId: byId(id), ...more });

	it('may be all that is updated', async () => {
		const { id } = securityIncident(desk);
		const { items } = await update(id, {
			withCustomFields: true,
			customFields: filledIn({ data_exposed: true }),
		});
		expect(items[0]?.json).toMatchObject({ id, status: 'triggered' });
		expect(await valuesOf(desk, id)).toEqual({ data_exposed: true });
		expect(desk.newWrites()).toEqual([`PUT /incidents/${id}/custom_fields/values`]);
	});

	it('may be those of the type that it just got', async () => {
		const { id } = desk.sandbox.trigger();
		const updateFields = { incidentType: 'major_incident', customFieldsJson: '{"customer_impact": "all"}' };
		expect((await update(id, { updateFields })).error).toBeUndefined();
		expect(await valuesOf(desk, id)).toEqual({ customer_impact: 'all' });
	});

	it.each([1, 2])(
		'are set when the answer is lost, and nobody is alerted twice: request %i',
		async (which) => {
			const { id } = securityIncident(desk);
			const before = desk.sandbox.log(id).length;
			desk.sandbox.fail({ method: 'PUT', when: 'after', kind: 'reset', skip: which - 1 });
			const updateFields = {
				status: 'acknowledged',
				escalationLevel: 2,
				customFieldsJson: '{"data_exposed": true}',
			};
			expect((await update(id, { updateFields })).error).toBeUndefined();
			expect(await valuesOf(desk, id)).toEqual({ data_exposed: true });
			const kinds = desk.sandbox
				.log(id)
				.slice(before)
				.map(({ kind }) => kind);
			expect(kinds.filter((kind) => kind === 'escalate')).toHaveLength(1);
		},
	);

	it('are set on each of many incidents, whose changes then go out one by one', async () => {
		const ids = [securityIncident(desk).id, securityIncident(desk).id];
		const updateFields = {
			title: '={{ $json.title }}',
			customFieldsJson: '={{ { environment: $json.title } }}',
		};
		const items = ids.map((id, index) => ({ id, title: `Case ${index}` }));
		await desk.read('incident:update', { incidentId: byId('={{ $json.id }}'), updateFields }, { items });
		for (const { id, title } of items) {
			expect(desk.sandbox.incident(id)).toMatchObject({ title });
			expect(await valuesOf(desk, id)).toEqual({ environment: title });
		}
	});

	it('leave it at an error that says what was done', async () => {
		const { id } = securityIncident(desk);
		const updateFields = { title: 'Stranger logins', customFieldsJson: '{"colour": "red"}' };
		const { error } = await update(id, { updateFields });
		expect(error?.description).toContain('All other changes were made.');
		expect(desk.sandbox.incident(id)).toMatchObject({ title: 'Stranger logins' });
	});
});
