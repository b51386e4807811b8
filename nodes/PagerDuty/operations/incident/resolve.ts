import { z } from 'zod';

import { defineOperation } from '../../engine/operation';
import { idOrNumber } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { simplify } from '../../fields/simplify';
import { email, fromEmail } from '../../fields/user';
import { changing } from './change';
import { simpleIncident } from './simple';

/** https://developer.pagerduty.com/api-reference "Update an incident" */
export const resolve = defineOperation({
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve an incident',
		description: 'Say that the problem of an incident is over',
	},
	scopes: ['incidents.write', 'incidents.read'],
	properties: [
		incidentId,
		{
			displayName: 'Resolution Note',
			name: 'resolution',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Restarted the mail queue',
			description: 'What solved the problem. PagerDuty keeps it in the timeline of the incident.',
		},
		fromEmail,
		simplify,
	],
	input: z.object({ incidentId: idOrNumber, resolution: z.string().optional(), fromEmail: email.optional() }),
	simple: simpleIncident,
	...changing(({ resolution }: { incidentId: string; resolution?: string; fromEmail?: string }) => ({
		status: 'resolved',
		...(resolution === undefined ? {} : { resolution }),
	})),
});
