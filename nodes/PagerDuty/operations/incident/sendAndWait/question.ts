import { truncate } from '../../../api/text';
import type { ItemContext } from '../../../engine/itemContext';
import { field, required } from '../../../fields/field';
import { title } from '../fields';

// The names `message` and `sendAndWait` are n8n's: from them it makes a Human review tool for agents of this operation.
export const message = required(
	field({
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Restart the checkout servers? Orders stop for two minutes.',
		description:
			'The question. Whoever is on call answers it with Approve or Decline. The first line becomes the title of the incident.',
		objectsAsText: true,
	}),
);

export const resolveAfterAnswer = field({
	displayName: 'Resolve After Answer',
	name: 'resolveAfterAnswer',
	type: 'boolean',
	default: true,
	description:
		'Whether to resolve the incident once somebody has answered. An incident that nobody answers stays open.',
});

export const ownTitle = {
	...title,
	placeholder: 'e.g. Approve the restart of checkout',
	description: 'Title of the incident, in place of the first line of the message',
};

interface Question {
	readonly message: string;
	readonly serviceId: string;
	readonly title?: string;
	readonly resolveAfterAnswer: boolean;
}

/** The title as people see it: what was given, else the first line of the message that says something. */
export function titled<Given extends Question>(given: Given): Given & { readonly title: string } {
	const [firstLine = ''] = given.message.trim().split(/\r?\n/);
	return { ...given, title: given.title ?? truncate(firstLine, title.limit.max) };
}

/** What people read in PagerDuty. The link comes first: phones show the beginning. */
export const detailsOf = ({ message }: Question, link: string): string =>
	`Approve or decline: ${link}\n\n${message}`;

/** The link of a question. The incident is not there yet, so its key stands for it. */
export const linkFor = ({ resolveAfterAnswer }: Question, key: string, { answerLink }: ItemContext): string =>
	answerLink(key, resolveAfterAnswer ? {} : { resolve: 'no' });
