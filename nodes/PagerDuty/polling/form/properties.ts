import type { INodeProperties } from 'n8n-workflow';

import { authentication } from '../../fields/authentication';
import { formOf } from '../../fields/field';
import { simplify } from '../../fields/simplify';
import { changeKinds } from './events';
import { filterFields } from './filters';
import { onCallFields } from './onCall';
import { responseTimeFields } from './responseTimes';
import { startFromFields } from './startFrom';

/** The polling trigger's form. n8n puts its own field in front: when to poll. */
export const properties: INodeProperties[] = [
	authentication,
	{
		// From a field with this label n8n makes the entries of the panel in which nodes are added.
		displayName: 'Trigger On',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Incident Changes',
				value: 'incidentChanges',
				action: 'On incident changes',
				description: 'Incidents that were triggered, acknowledged, escalated, resolved or otherwise changed',
			},
			{
				name: 'On-Call Handoff',
				value: 'onCallHandoff',
				action: 'On an on-call handoff',
				description: 'Someone goes on call or off call',
			},
			{
				name: 'SLA Breach',
				value: 'slaBreach',
				action: 'On an SLA breach',
				description: 'Incidents that were not acknowledged or not resolved in time',
			},
		],
		default: 'incidentChanges',
		description:
			'What to look for in PagerDuty. If you change this, the trigger starts over with what happens from then on.',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		displayOptions: { show: { source: ['incidentChanges'] } },
		options: changeKinds,
		default: ['incident.triggered'],
		description:
			'The changes that start the workflow. Each item describes one change and contains the incident as it is when n8n checks. Changes to fields are only noticed while the incident is open.',
	},
	...startFromFields,
	responseTimeFields,
	...onCallFields,
	filterFields,
	{ ...formOf(simplify), displayOptions: { show: { source: ['incidentChanges', 'slaBreach'] } } },
];
