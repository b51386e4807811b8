import { wire } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { required } from '../../../fields/field';
import { incidentId } from '../../../fields/objects/incident';
import { fromEmail } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { incident } from '../resource';
import { changing } from './changing';
import { escalationLevel } from './escalationLevel';

/** operationId updateIncident, updateIncidents */
export const escalate = defineOperation({
	of: incident,
	option: {
		name: 'Escalate',
		value: 'escalate',
		action: 'Escalate an incident',
		description:
			'Hand an open incident to a level of its escalation policy now, without waiting for its timeout',
	},
	fields: [incidentId, required(escalationLevel), simplify, options(fromEmail)],
	...changing(({ escalationLevel }: { incidentId: string; escalationLevel: number }) =>
		wire({ escalationLevel }),
	),
});
