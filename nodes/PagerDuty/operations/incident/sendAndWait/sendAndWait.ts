import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { ifTooLong } from '../../../fields/ifTooLong';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { serviceId } from '../../../fields/objects/service';
import { timeLimit } from '../../../fields/timeLimit';
import { assigneeIds, fromEmail } from '../../../fields/objects/user';
import { urgency } from '../../../fields/urgency';
import { keyOf } from '../create/incidentKey';
import { fullText, openOnce } from '../create/newIncident';
import { detailsBody, doublyAssigned } from '../fields';
import { incident } from '../resource';
import { detailsOf, linkFor, message, ownTitle, resolveAfterAnswer, titled } from './question';
import { settle } from './settle';

/** operationId createIncident, createIncidentNote, updateIncident · The last two when the answer is there. */
export const sendAndWait = defineOperation({
	of: incident,
	option: {
		name: 'Page and Wait for Response',
		value: 'sendAndWait',
		action: 'Page somebody and wait for a response',
		description:
			'Open an incident that asks whoever is on call to approve something, and continue when somebody has answered. The incident links to a page of this n8n with two buttons: responders must be able to open it, and whoever sees the link can answer.',
	},
	fields: [
		serviceId,
		message,
		resolveAfterAnswer,
		additionalFields(assigneeIds, escalationPolicyId, incidentType, priorityId, ownTitle, urgency),
		options(fromEmail, ifTooLong, timeLimit),
	],
	conflict: doublyAssigned,
	scopes: ['incidents.write', 'incidents.read'],
	repeat: {
		safe: true,
		because: 'The incident key, which n8n makes, finds the incident of the first try',
	},
	run: async (api, given, context) => {
		const question = titled(given);
		const incidentKey = keyOf(question, context);
		const details = detailsOf(question, linkFor(question, incidentKey, context));
		const { created: _, ...opened } = await openOnce(
			api,
			{
				...question,
				incidentKey,
				isOwnKey: true,
				text: fullText(details, context),
				more: detailsBody(question),
			},
			context,
		);
		return opened;
	},
	waits: {
		asked: (given, { id, incident_number: number, html_url: url, title }, context) => ({
			message: given.message,
			incident: {
				id: String(id),
				incident_number: Number(number),
				title: String(title),
				html_url: String(url),
				incident_key: keyOf(titled(given), context),
			},
		}),
		settle,
	},
});
