import type { INodeProperties } from 'n8n-workflow';

import { listOf } from '../../fields/list';
import { oneOf } from '../../fields/oneOf';
import type { TriggerHost } from '../host';

/** What can be read from PagerDuty beside an event: where it stands in the output is its name in PagerDuty's API. */
const additions = [
	{ name: 'Alerts', value: 'alerts', description: 'The alerts of the incident, 100 at most, as "alerts"' },
	{
		name: 'Custom Fields',
		value: 'custom_fields',
		description: 'The custom fields of the incident with their values, as "custom_fields"',
	},
	{
		name: 'Incident',
		value: 'incident',
		description: 'The incident with everything that PagerDuty says of it, as "incident"',
	},
	{ name: 'Notes', value: 'notes', description: 'The notes of the incident, as "notes"' },
];

/** Options of the trigger. A webhook set up by hand has no credential for PagerDuty's API to read anything with. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	displayOptions: { show: { subscription: ['automatic'] } },
	default: {},
	options: [
		{
			displayName: 'Add to Output',
			name: 'addToOutput',
			type: 'multiOptions',
			options: additions,
			default: ['incident'],
			description:
				'What to read from PagerDuty for each event about an incident, and add to the output. It is read before n8n answers PagerDuty, so that a crash loses nothing, and for 2.5 seconds at most. What cannot be read by then is left out, and "not_fetched" in the output says why; the workflow starts all the same.',
		},
	],
};

/** @throws NodeOperationError that names what cannot be added. An expression may give anything. */
export function assertAdditions(host: TriggerHost): void {
	const offered = additions.map(({ value }) => value);
	for (const name of listOf(host.getNodeParameter('options.addToOutput', [])))
		oneOf(host, 'Add to Output', name, offered);
}
