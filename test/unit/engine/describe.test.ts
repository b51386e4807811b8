import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { describe as describeForm } from '../../../nodes/PagerDuty/engine/form/describe';
import { everyField } from '../../../nodes/PagerDuty/fields/field';
import { resources } from '../../../nodes/PagerDuty/operations';

const form = describeForm(resources);
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		resource: resource.option.value,
		operation: operation.option.value,
		properties: operation.fields,
	})),
);
const node = { typeVersion: 1 };
// Made once: it is long by now.
const { description } = new PagerDuty();

/** The fields that a user sees for these parameters, in the order of the form. */
const visible = (parameters: INodeParameters) =>
	form
		.filter((property) => NodeHelpers.displayParameter(parameters, property, node, description))
		.map(({ name }) => name);

/** On which values of other fields it depends whether a field is shown. */
const conditionsOf = ({ displayOptions }: Pick<INodeProperties, 'displayOptions'>) =>
	Object.entries(displayOptions?.show ?? {}).map(([name, wanted]) => [name, wanted ?? []] as const);

describe('The form', () => {
	it.each(operations)(
		'shows $resource $operation exactly its own fields, once each, in its own order',
		(one) => {
			const { resource, operation, properties } = one;
			const untouched = Object.fromEntries(properties.map((field) => [field.name, field.default]));
			const settings = properties.flatMap(conditionsOf).map(([name, [wanted]]) => ({ [name]: wanted }));
			for (const setting of [{}, ...settings]) {
				const values = { ...untouched, ...setting, resource, operation, authentication: 'token' };
				const own = properties.filter((field) =>
					conditionsOf(field).every(([name, wanted]) => wanted.includes(Reflect.get(values, name))),
				);
				expect(visible(values)).toEqual(['resource', 'operation', ...own.map(({ name }) => name)]);
			}
		},
	);

	it('hides Limit while everything is returned', () => {
		const parameters = { resource: 'incident', operation: 'getAll', authentication: 'token' };
		expect(visible({ ...parameters, returnAll: false })).toContain('limit');
		expect(visible({ ...parameters, returnAll: true })).not.toContain('limit');
	});

	it("begins with fewer rows in an agent's tool: a model reads each of them", () => {
		const limits = (name: string) =>
			form
				.filter((property) =>
					NodeHelpers.displayParameter(
						{ resource: 'incident', operation: 'getAll', returnAll: false },
						property,
						node,
						{ ...description, name },
					),
				)
				.filter(({ name }) => name === 'limit')
				.map(({ default: rows }) => rows);
		expect(limits('pagerDuty')).toEqual([50]);
		expect(limits('pagerDutyTool')).toEqual([20]);
	});

	it('says of every field for which resource and operation it is there', () => {
		for (const { name, displayOptions } of form) {
			if (name === 'resource') continue;
			expect(displayOptions?.show?.resource?.length).toBeGreaterThan(0);
			if (name !== 'operation') expect(displayOptions?.show?.operation?.length).toBeGreaterThan(0);
		}
	});

	it('holds a field that several operations of a resource share only once', () => {
		const fields: INodeProperties[] = form.filter(
			({ name, displayName, displayOptions }) =>
				name === 'incidentId' &&
				displayName === 'Incident' &&
				displayOptions?.show?.resource?.includes('incident') === true,
		);
		// One field for all operations that mean the same by it.
		expect(fields).toHaveLength(1);
		expect(fields[0]?.displayOptions?.show?.operation).toEqual(
			expect.arrayContaining(['acknowledge', 'get', 'resolve', 'snooze', 'update']),
		);
	});

	it('holds what all lists begin with only once, once more for tools, and once more where a list has no end', () => {
		const named = (name: string) => form.filter((field) => field.name === name).length;
		expect(named('returnAll')).toBeLessThanOrEqual(3);
		expect(named('limit')).toBeLessThanOrEqual(6);
	});

	it('offers only those ways to pick an object that the node can read', () => {
		const pickers = resources
			.flatMap((resource) => resource.operations.flatMap(({ fields }) => everyField(fields)))
			.filter(({ type }) => type === 'resourceLocator');
		const ways = pickers.flatMap(({ modes = [] }) => modes.map(({ name }) => name));
		expect([...new Set(ways)].toSorted()).toEqual(['id', 'list', 'name', 'url']);
		for (const { modes = [], default: given } of pickers) {
			const names = modes.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			expect(given).toEqual({ mode: names[0], value: '' });
		}
	});

	it('does not change the shared field literals', () => {
		const literal = operations
			.flatMap(({ properties }) => properties)
			.find(({ name }) => name === 'incidentId');
		expect(literal).toBeDefined();
		expect(literal).not.toHaveProperty('displayOptions');
	});

	const withLists = resources.filter(({ operations }) =>
		operations.some(({ option }) => option.value === 'getAll'),
	);
	it.each(withLists.map(({ option }) => option.value))(
		'begins %s with reading many, which does no harm',
		(resource) => {
			const dropdown = form.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.[0] === resource,
			);
			expect(dropdown?.default).toBe('getAll');
		},
	);
});
