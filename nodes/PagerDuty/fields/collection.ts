import type { Field } from './field';

/** A collection of a form, with the literal types of its members. */
interface Collection<Name extends string, Members extends Field[]> extends Omit<Field, 'options'> {
	name: Name;
	type: 'collection';
	options: Members;
}

const collection =
	<const Name extends string>(name: Name, displayName: string, placeholder: string) =>
	<const Members extends Field[]>(...members: Members): Collection<Name, Members> => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: members,
	});

/** What an operation is asked for beside what it must have. Members are sorted by their labels, as n8n wants it. */
export const additionalFields = collection('additionalFields', 'Additional Fields', 'Add Field');
/** What of an object is to change. */
export const updateFields = collection('updateFields', 'Update Fields', 'Add Field');
/** Which rows a list is to have. */
export const filters = collection('filters', 'Filters', 'Add Filter');
/** How an operation works, and how its result looks. */
export const options = collection('options', 'Options', 'Add Option');
