import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { one } from '../../../api/shape';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { field } from '../../../fields/field';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { fromEmail } from '../../../fields/objects/user';
import { changing } from './changing';
import { incident } from '../resource';

const acknowledger = {
	...fromEmail,
	description:
		'The PagerDuty user who acknowledges: PagerDuty assigns the incident to this user. Leave empty for the default of the credential, or the user that the key or connection belongs to.',
};

const onlyIfOpen = field({
	displayName: 'Only If Still Open',
	name: 'onlyIfOpen',
	type: 'boolean',
	default: true,
	description:
		'Whether to leave a resolved incident alone and return it as it is. Otherwise PagerDuty opens it again. The node looks right before it acknowledges, with one more request for each incident.',
});

/**
 * operationId updateIncident, updateIncidents · PagerDuty assigns the incident to the From user, and opens it again where
 * it was resolved. It has no way to make a change depend on the state of the incident: so "Only If Still Open" looks
 * right before the change, and somebody may resolve the incident in between.
 */
export const acknowledge = defineOperation({
	of: incident,
	option: {
		name: 'Acknowledge',
		value: 'acknowledge',
		action: 'Acknowledge an incident',
		description: 'Say that somebody works on an incident, which stops its escalation',
	},
	fields: [incidentId, acknowledger, simplify, options(onlyIfOpen)],
	...changing(() => ({ status: 'acknowledged' })),
	needless: async (api, { incidentId, onlyIfOpen }) => {
		if (!onlyIfOpen) return undefined;
		const incident = await one(api, get(path`/incidents/${incidentId}`), 'incident');
		return incident.status === 'resolved' ? incident : undefined;
	},
});
