import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { required } from '../../../fields/field';
import { ifTooLong } from '../../../fields/ifTooLong';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { serviceId } from '../../../fields/objects/service';
import { simplify } from '../../../fields/simplify';
import { urgency } from '../../../fields/urgency';
import { assigneeIds, fromEmail } from '../../../fields/objects/user';
import { conferenceNumber, conferenceUrl, details, doublyAssigned, title } from '../fields';
import { incidentKey } from './incidentKey';
import { foundByKey, open } from './open';
import { incident } from '../resource';

const newTitle = {
	...required(title),
	placeholder: 'e.g. Mail queue is growing',
	description: 'The problem in one line: people read it on their phones',
};

/** operationId createIncident */
export const create = defineOperation({
	of: incident,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident',
		description: 'Open a new incident on a service, which pages whoever is on call',
	},
	fields: [
		serviceId,
		newTitle,
		fromEmail,
		additionalFields(
			assigneeIds,
			conferenceNumber,
			conferenceUrl,
			details,
			escalationPolicyId,
			incidentKey,
			incidentType,
			priorityId,
			urgency,
		),
		simplify,
		options(ifTooLong),
	],
	conflict: doublyAssigned,
	repeat: foundByKey,
	run: open,
});
