import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import {
	chosenCustomFields,
	customFieldsIn,
	customFieldsJson,
	withCustomFields,
} from '../../../fields/customFields';
import { ifTooLong } from '../../../fields/ifTooLong';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { serviceId } from '../../../fields/objects/service';
import { simplify } from '../../../fields/simplify';
import { urgency } from '../../../fields/urgency';
import { assigneeIds, fromEmail } from '../../../fields/objects/user';
import { setValuesAfter } from '../customFields/values';
import { conferenceNumber, conferenceUrl, details, detailsBody, doublyAssigned, newTitle } from '../fields';
import { incident } from '../resource';
import { incidentKey, keyOf } from './incidentKey';
import { fullText, openOnce } from './newIncident';

/**
 * operationId createIncident, listIncidents, setIncidentFieldValues, getIncidentFieldValues · PagerDuty refuses an
 * `incident_key` that an open incident of the service has. So every incident gets one, and creating can be repeated: a
 * second attempt finds the first one's incident instead of paging people twice. Custom fields are set once it is open: a
 * page must not wait for them.
 */
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
		additionalFields(
			assigneeIds,
			conferenceNumber,
			conferenceUrl,
			customFieldsJson,
			details,
			escalationPolicyId,
			incidentKey,
			incidentType,
			priorityId,
			urgency,
		),
		withCustomFields,
		chosenCustomFields,
		simplify,
		options(fromEmail, ifTooLong),
	],
	scopes: ['incidents.write', 'incidents.read'],
	conflict: doublyAssigned,
	repeat: {
		safe: true,
		because: 'The incident key, which n8n makes where you give none, finds the incident of the first try',
	},
	run: async (api, given, context) => {
		const { created: _, ...opened } = await openOnce(
			api,
			{
				...given,
				incidentKey: keyOf(given, context),
				isOwnKey: given.incidentKey === undefined,
				text: fullText(given.details, context),
				more: detailsBody(given),
			},
			context,
		);
		const values = customFieldsIn(given);
		const open = `Incident #${String(opened.incident_number)} is open (${String(opened.html_url)}).`;
		if (values) await setValuesAfter(open, api, String(opened.id), values);
		return opened;
	},
});
