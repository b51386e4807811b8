import { field } from '../../fields/field';

/** The text of a note. */
export const content = field({
	displayName: 'Note',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. The disk of mail-3 is full',
	description: 'The text of the note',
	limit: { max: 25_000 },
});
