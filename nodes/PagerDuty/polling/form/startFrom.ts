import type { INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { momentOf } from '../../engine/input/moment';
import { oneOf } from '../../fields/oneOf';
import type { Form } from './validate';

/** Days: PagerDuty refuses ranges over six months, and the shortest six months have 181. */
const longest = 180;
const day = 86_400_000;

export const startFromFields: INodeProperties[] = [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		displayOptions: { show: { source: ['incidentChanges'] } },
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'What happens after the workflow is published (activated)',
			},
			{
				name: 'Time in the Past',
				value: 'past',
				description: 'Also what happened since a moment up to 180 days ago',
			},
		],
		default: 'now',
		description:
			'Where to begin when the workflow is published (activated) for the first time. Later, the trigger always goes on where it was.',
	},
	{
		displayName: 'Start Time',
		name: 'startTime',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { source: ['incidentChanges'], startFrom: ['past'] } },
		default: '',
		description:
			'What happened since then comes once, oldest first. It comes in batches: each poll starts one execution, with about a thousand changes at most. Each item contains the incident as it is when n8n checks.',
	},
];

/**
 * The moment to begin at, in milliseconds since 1970; undefined for now.
 *
 * @throws NodeOperationError when it is no moment, lies ahead, or too far back
 */
export function startTimeOf(form: Form): number | undefined {
	const startFrom = oneOf(form, 'Start From', form.getNodeParameter('startFrom', 'now'), ['now', 'past']);
	if (startFrom === 'now') return undefined;
	const given = form.getNodeParameter('startTime', '');
	if (given === '') throw refused(form, 'is empty');
	const time = Date.parse(parsed(form, given));
	const age = Date.now() - time;
	// A clock may be a little slow.
	if (age < -day / 24) throw refused(form, 'lies in the future');
	if (age > longest * day) throw refused(form, `lies more than ${longest} days back`);
	return time;
}

function parsed(form: Form, given: unknown): string {
	try {
		return momentOf(given, form.getTimezone());
	} catch (error) {
		throw refused(form, error instanceof Error ? error.message : String(error));
	}
}

const refused = (form: Form, reason: string) =>
	new NodeOperationError(form.getNode(), `"Start Time" ${reason}`, {
		description: `Enter a date and time within the last ${longest} days, or set "Start From" to "Now".`,
	});
