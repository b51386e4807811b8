import { field } from '../../fields/field';

/** How much text a note takes. */
export const noteLimit = { max: 25_000 };

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
	limit: noteLimit,
});

/** Whether a note says a text. PagerDuty may keep line breaks and the space around a text in another form. */
export const saysTheSame = (kept: unknown, sent: string) => plain(String(kept)) === plain(sent);
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
