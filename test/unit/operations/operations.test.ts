import type { INodeProperties } from 'n8n-workflow';

import { PagerDutyAppOAuth2Api } from '../../../credentials/PagerDutyAppOAuth2Api.credentials';
import { isWrite } from '../../../nodes/PagerDuty/engine/operation';
import { listSearch, loadOptions } from '../../../nodes/PagerDuty/fields/pickers';
import { resources } from '../../../nodes/PagerDuty/operations';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.option.value}.${operation.option.value}`,
		operation,
	})),
);
const allFields = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) =>
		property.type === 'collection'
			? [
					property,
					...allFields(
						(property.options ?? []).filter((option): option is INodeProperties => 'type' in option),
					),
				]
			: [property],
	);

it('The node has the operations that users know by these names', () => {
	expect(operations.map(({ name }) => name).sort()).toEqual([
		'incident.acknowledge',
		'incident.create',
		'incident.get',
		'incident.getAll',
		'incident.resolve',
		'incident.update',
		'incidentNote.create',
		'incidentNote.getAll',
		'logEntry.get',
		'logEntry.getAll',
		'service.get',
		'service.getAll',
	]);
});

describe.each(operations)('$name', ({ operation }) => {
	it('checks every field of its form except those that the engine reads', () => {
		const readByEngine = ['simplify', 'parallelRequests'];
		const leaves = allFields(operation.properties).filter(
			({ type }) => type !== 'collection' && type !== 'notice',
		);
		const schema = operation.input;
		let inner = schema;
		while ('innerType' in inner._def || 'schema' in inner._def)
			inner = inner._def.schema ?? inner._def.innerType;
		const checked = Object.keys('shape' in inner ? (inner.shape as object) : {});
		expect(checked.sort()).toEqual(
			leaves
				.map(({ name }) => name)
				.filter((name) => !readByEngine.includes(name))
				.sort(),
		);
	});

	it('asks for scopes that a new OAuth credential has', () => {
		const asked = new PagerDutyAppOAuth2Api().properties.find(({ name }) => name === 'scope');
		expect(operation.scopes.length).toBeGreaterThan(0);
		for (const scope of operation.scopes) expect(asked?.default).toContain(scope);
	});

	it('says what happens when its outcome is unknown exactly when it writes', () => {
		const writes = operation.scopes.some((scope) => scope.endsWith('.write'));
		expect(isWrite(operation)).toBe(writes);
		if (writes) expect(operation.repeat?.because).toMatch(/^[A-Z].*[^.]$/);
	});

	it('offers the From user exactly when it changes something', () => {
		expect(operation.properties.some(({ name }) => name === 'fromEmail')).toBe(isWrite(operation));
	});

	it('has searches behind its lists', () => {
		for (const field of allFields(operation.properties)) {
			for (const mode of field.modes ?? []) {
				const method = mode.typeOptions?.searchListMethod;
				if (mode.type === 'list') expect(Object.keys(listSearch)).toContain(method);
			}
			const method = field.typeOptions?.loadOptionsMethod;
			if (method) expect(Object.keys(loadOptions)).toContain(method);
		}
	});
});
