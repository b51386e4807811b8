import { defineOperation } from '../../engine/operation';
import { field } from '../../fields/field';
import { incidentId } from '../../fields/incident';
import { simplify } from '../../fields/simplify';
import { fromEmail } from '../../fields/user';
import { changing } from './change';
import { incident } from './resource';

const resolution = field({
	displayName: 'Resolution Note',
	name: 'resolution',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Restarted the mail queue',
	description: 'What solved the problem. PagerDuty keeps it in the timeline of the incident.',
});

/** operationId updateIncident, updateIncidents */
export const resolve = defineOperation({
	of: incident,
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve an incident',
		description: 'Say that the problem of an incident is over',
	},
	fields: [incidentId, resolution, fromEmail, simplify],
	...changing<{ incidentId: string; resolution?: string }>(({ resolution }) => ({
		status: 'resolved',
		...(resolution === undefined ? {} : { resolution }),
	})),
});
