import type { INodeParameterResourceLocator, INodeProperties, ResourceMapperValue } from 'n8n-workflow';

/** The rows of a fixed collection, as n8n stores them: under the name of their group. */
export type Rows = Record<string, Array<Record<string, FieldValue>>>;

/** What a user may put into a field. */
export type FieldValue =
	string | number | boolean | string[] | INodeParameterResourceLocator | ResourceMapperValue | Rows;

/** The choices that a field's literal lists; none where n8n loads them or the user types. */
export const fixedChoices = (field: INodeProperties): string[] =>
	field.type === 'options' || field.type === 'multiOptions'
		? (field.options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []))
		: [];

/** The fields inside a collection, none for any other field. */
export const membersOf = (field: INodeProperties): INodeProperties[] =>
	field.type === 'collection'
		? (field.options ?? []).filter((option): option is INodeProperties => 'type' in option)
		: [];

/** The group of rows in a fixed collection, and the fields of a row; undefined for any other field. */
export function groupOf({ type, options = [] }: INodeProperties) {
	const [group] = type === 'fixedCollection' ? options.filter((option) => 'values' in option) : [];
	return group && 'values' in group ? { name: group.name, fields: group.values } : undefined;
}

/** A row with no more in it than is required. */
export const barestRow = (fields: readonly INodeProperties[]): Record<string, FieldValue> =>
	Object.fromEntries(
		fields.flatMap((field) => {
			const [value] = field.required ? fieldValues(field) : [];
			return value === undefined ? [] : [[field.name, value]];
		}),
	);

/**
 * Values that together exercise a field: every fixed choice, every way to pick an object, both booleans, ends of
 * ranges. Where a field has a placeholder, its example is among them: what the form suggests must work.
 */
export function fieldValues(field: INodeProperties): FieldValue[] {
	const choices = fixedChoices(field);
	switch (field.type) {
		case 'options':
			return choices.length > 0 ? choices : ['PABC123'];
		case 'multiOptions':
			return choices.length > 0
				? [...choices.map((choice) => [choice]), choices]
				: [['PDEF456'], ['PDEF456', 'PGHI789'], ...emails(field)];
		case 'notice':
			return [];
		case 'resourceLocator':
			return locators(field);
		case 'boolean':
			return [true, false];
		case 'number':
			return numbers(field);
		case 'dateTime':
			return times(field);
		case 'string':
			return strings(field);
		case 'json':
			// Custom fields have the names that an account gave them.
			return field.name === 'customFieldsJson'
				? ['{"environment": "production"}', '{"environment": null}']
				: ['{"disk": "db-1", "used": [0.9], "größe": null}', '{}'];
		case 'resourceMapper':
			return [filledIn({ environment: 'production' })];
		case 'fixedCollection':
			return rows(field);
		default:
			throw new Error(`No values are known for the type "${field.type}" of the field "${field.displayName}"`);
	}
}

/** A resource mapper in which these columns were filled in. */
export const filledIn = (value: ResourceMapperValue['value']): ResourceMapperValue => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** What ends something comes later than what begins it. */
const times = ({ name }: INodeProperties) =>
	/^(?:until|end)/.test(name)
		? ['2036-01-31T14:30:00Z', '2036-01-31T14:30:00.000+02:00', '2036-01-31']
		: ['2026-01-31T14:30:00Z', '2026-01-31T14:30:00.000+02:00', '2026-01-31'];

/** Where a form says so, users may be named by their emails. */
const emails = ({ description = '' }: INodeProperties) =>
	description.includes('emails') ? [['user-1@example.com', 'PABC123']] : [];

const example = (placeholder: string | undefined) => /^e\.g\. (.+)$/.exec(placeholder ?? '')?.[1];

function locators(field: INodeProperties): FieldValue[] {
	const typed = example(field.modes?.find(({ name }) => name === 'id')?.placeholder) ?? 'PABC123';
	return (field.modes ?? []).flatMap(({ name, placeholder, hint }) => {
		// `Or its number, such as 1044`
		const [, other] = /such as (\S+)$/.exec(hint ?? '') ?? [];
		const values = [name === 'list' ? typed : (example(placeholder) ?? typed), ...(other ? [other] : [])];
		return values.map((value) => ({ __rl: true, mode: name, value }));
	});
}

/** A row with each value of each field, and two rows. */
function rows(field: INodeProperties): FieldValue[] {
	const group = groupOf(field);
	if (group === undefined) return [];
	const barest = barestRow(group.fields);
	const single = group.fields.flatMap((member) =>
		fieldValues(member).map((value) => ({ ...barest, [member.name]: value })),
	);
	return [...single.map((row) => [row]), single.slice(0, 2)].map((each) => ({ [group.name]: each }));
}

function numbers({ typeOptions, default: preset }: INodeProperties): FieldValue[] {
	const { minValue, maxValue } = typeOptions ?? {};
	return [...new Set([minValue ?? 0, Number(preset), maxValue ?? 250])];
}

/** Signs that mean something in addresses and JSON have to arrive as they are. */
const strings = ({ placeholder }: INodeProperties): FieldValue[] => {
	const suggested = example(placeholder);
	return suggested === undefined ? ['Größe & "Zweck" 100 % = ? #1/2'] : [suggested];
};
