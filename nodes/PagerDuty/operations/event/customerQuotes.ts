import { field } from '../../fields/field';

export const customerQuotes = field({
	displayName: 'Customer Quotes',
	name: 'customerQuotes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Quote',
	default: {},
	description:
		'What customers say about the problem, so that whoever is paged reads it in their words. The summary says how many there are.',
	options: [
		{
			displayName: 'Quote',
			name: 'quote',
			values: [
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					typeOptions: { rows: 2 },
					required: true,
					default: '',
					placeholder: 'e.g. I have been charged twice',
					description: 'What the customer wrote or said',
				},
				{
					displayName: 'Who',
					name: 'who',
					type: 'string',
					default: '',
					placeholder: 'e.g. Jane, Acme Inc.',
					description: 'Who said it',
				},
				{
					displayName: 'Where',
					name: 'where',
					type: 'string',
					default: '',
					placeholder: 'e.g. support ticket 4711',
					description: 'Where it was said',
				},
				{
					displayName: 'Link',
					name: 'link',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://support.example.com/tickets/4711',
					description: 'Address at which it can be read',
				},
			],
		},
	],
});

interface Quote {
	readonly text: string;
	readonly who?: string;
	readonly where?: string;
	readonly link?: string;
}

/** A quote as people read it on their phones: `“I was charged twice” – Jane, ticket 4711, https://…`. */
function lineOf({ text, who, where, link }: Quote): string {
	const origin = [who, where, link].filter(Boolean).join(', ');
	return `“${text}”${origin && ` – ${origin}`}`;
}

/** Quotes as the custom details show them; undefined where there are none. */
export const linesOf = (quotes: readonly Quote[] | undefined) => quotes?.map(lineOf);

/** What stands behind the summary: how many quotes there are. */
export function countIn({ customerQuotes: quotes }: Readonly<Record<string, unknown>>): string {
	const count = Array.isArray(quotes) ? quotes.length : 0;
	if (count === 0) return '';
	return ` (${count} customer ${count === 1 ? 'quote' : 'quotes'})`;
}
