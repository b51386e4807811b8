import type { INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { describe as describeForm } from '../../../nodes/PagerDuty/engine/describe';
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

/** The fields that a user sees for these parameters, in the order of the form. */
const visible = (parameters: Record<string, string | boolean>) =>
	form
		.filter((property) =>
			NodeHelpers.displayParameter(parameters, property, node, new PagerDuty().description),
		)
		.map(({ name }) => name);

describe('The form', () => {
	it.each(operations)(
		'shows $resource $operation exactly its own fields, once each, in its own order',
		(one) => {
			const { resource, operation, properties } = one;
			const chosen: Record<string, string | boolean> = {
				...Object.fromEntries(
					properties
						.filter(({ type }) => type === 'options')
						.map(({ name, default: preset }) => [name, String(preset)]),
				),
				returnAll: false,
				scope: 'incident',
			};
			const own = properties.filter(({ displayOptions }) =>
				Object.entries(displayOptions?.show ?? {}).every(([name, wanted = []]) =>
					(wanted as unknown[]).includes(chosen[name]),
				),
			);
			const shown = visible({ ...chosen, resource, operation, authentication: 'token' });
			expect(shown).toEqual(['resource', 'operation', ...own.map(({ name }) => name)]);
		},
	);

	it('hides Limit while everything is returned', () => {
		const parameters = { resource: 'incident', operation: 'getAll', authentication: 'token' };
		expect(visible({ ...parameters, returnAll: false })).toContain('limit');
		expect(visible({ ...parameters, returnAll: true })).not.toContain('limit');
	});

	it('says of every field for which resource and operation it is there', () => {
		for (const { name, displayOptions } of form) {
			if (name === 'resource') continue;
			expect(displayOptions?.show?.resource).toHaveLength(1);
			if (name !== 'operation') expect(displayOptions?.show?.operation?.length).toBeGreaterThan(0);
		}
	});

	it('holds a field that several operations of a resource share only once', () => {
		const fields: INodeProperties[] = form.filter(
			({ name, displayName, displayOptions }) =>
				name === 'incidentId' &&
				displayName === 'Incident' &&
				displayOptions?.show?.resource?.[0] === 'incident',
		);
		// One field for all operations that mean the same by it.
		expect(fields).toHaveLength(1);
		expect(fields[0]?.displayOptions?.show?.operation).toEqual(
			expect.arrayContaining(['acknowledge', 'get', 'resolve', 'snooze', 'update']),
		);
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
