import { z } from 'zod';

import { defineOperation } from '../../engine/operation';
import { id } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { simplify } from '../../fields/simplify';
import { email, fromEmail } from '../../fields/user';
import { changing } from './change';
import { simpleIncident } from './simple';

/**
 * https://developer.pagerduty.com/api-reference "Update an incident" · PagerDuty assigns the incident
 * to the From user. Acknowledging a resolved incident would reopen it.
 */
export const acknowledge = defineOperation({
	option: {
		name: 'Acknowledge',
		value: 'acknowledge',
		action: 'Acknowledge an incident',
		description: 'Say that somebody works on an incident, which stops its escalation',
	},
	scopes: ['incidents.write', 'incidents.read'],
	properties: [incidentId, fromEmail, simplify],
	input: z.object({ incidentId: id, fromEmail: email.optional() }),
	simple: simpleIncident,
	...changing(() => ({ status: 'acknowledged' })),
});
