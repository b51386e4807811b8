import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { fromEmail } from '../../../fields/objects/user';
import { changing } from './changing';
import { resolution } from '../fields';
import { incident } from '../resource';

const resolutionNote = { ...resolution, placeholder: 'e.g. Restarted the mail queue' };

/** operationId updateIncident, updateIncidents */
export const resolve = defineOperation({
	of: incident,
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve an incident',
		description: 'Say that the problem of an incident is over',
	},
	fields: [incidentId, resolutionNote, simplify, options(fromEmail)],
	...changing<{ incidentId: string; resolution?: string }>(({ resolution }) => ({
		status: 'resolved',
		...(resolution === undefined ? {} : { resolution }),
	})),
});
