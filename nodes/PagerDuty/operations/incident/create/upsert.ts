import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { isNodeApiError } from '../../../api/nodeErrors';
import { path } from '../../../api/path';
import { get, put } from '../../../api/request';
import { one } from '../../../api/shape';
import type { InputOf } from '../../../engine/input/inputOf';
import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { required } from '../../../fields/field';
import { ifTooLong } from '../../../fields/ifTooLong';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { serviceId } from '../../../fields/objects/service';
import { fromEmail, newAssigneeIds } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { urgency } from '../../../fields/urgency';
import { noteOnce } from '../../incidentNote/noteOnce';
import { conferenceNumber, conferenceUrl, details, detailsBody, doublyAssigned, title } from '../fields';
import { incident } from '../resource';
import { incidentKey, openWithKey } from './incidentKey';
import { fullText, openOnce } from './newIncident';

const keyOfProblem = {
	...required(incidentKey),
	description:
		'Names the problem. The open incident of the service that has this key is updated; without one, a new incident gets the key.',
} as const;

const currentTitle = {
	...required(title),
	placeholder: 'e.g. Mail queue is growing',
	description: 'The problem in one line. An incident that is open already gets it as its title.',
} as const;

const more = additionalFields(
	newAssigneeIds,
	conferenceNumber,
	conferenceUrl,
	{
		...details,
		description:
			'What is known about the problem. It becomes the body of a new incident, which PagerDuty cannot change, and a note on an open one that does not say the same already.',
		limit: { max: 25_000 },
	},
	{
		...escalationPolicyId,
		description: 'Who is paged for a new incident, in place of the escalation policy of its service',
	},
	incidentType,
	priorityId,
	urgency,
);

/**
 * operationId listIncidents, createIncident, updateIncident, getIncident, listIncidentNotes, createIncidentNote · only what
 * differs is sent, so that a monitor may repeat it every minute. When another execution opens the incident at the same
 * moment, PagerDuty refuses the second one, and that execution updates the first.
 */
export const upsert = defineOperation({
	of: incident,
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update an incident',
		description:
			'Create a new incident on a service unless an open one has the incident key, or update the current one if it already exists (upsert)',
	},
	fields: [serviceId, keyOfProblem, currentTitle, more, simplify, options(fromEmail, ifTooLong)],
	scopes: ['incidents.write', 'incidents.read'],
	simple: ['created', ...incident.simple],
	conflict: doublyAssigned,
	repeat: {
		safe: true,
		because:
			'The incident of the first try is found by its key, what it says already is not set again, and no note is written twice',
	},
	run: async (api, given, context) => {
		const text = fullText(given.details, context);
		const current = await openWithKey(api, given.serviceId, given.incidentKey);
		const before = await context.once('what was open', async () => ({ id: current?.id ?? null }));
		if (current && current.id === before.id) {
			const updated = await update(api, current, given, text);
			// Since it was found, somebody may have resolved it.
			if (updated.status !== 'resolved') return { ...updated, created: false };
		}
		const { created, ...opened } = await openOnce(
			api,
			{ ...given, isOwnKey: false, text, more: detailsBody(given) },
			context,
		);
		const saysAll = created === true && !context.unclear;
		return { ...(saysAll ? opened : await update(api, opened, given, text)), created };
	},
});

type Given = InputOf<[typeof keyOfProblem, typeof currentTitle, typeof more]>;

/** Makes an incident say what the form says, as far as it does not yet. */
async function update(
	api: Api,
	current: IDataObject,
	{ title, assigneeIds: _, escalationPolicyId: __, ...given }: Given,
	text: string,
): Promise<IDataObject> {
	const id = String(current.id);
	const wanted: IDataObject = { title, ...detailsBody(given) };
	const differing = Object.entries(wanted).filter(([name, value]) => !says(current[name], value));
	if (text !== '') await noteUnlessInBody(api, id, text);
	if (differing.length === 0) return current;
	const change = { type: 'incident_reference', ...Object.fromEntries(differing) };
	return await one(api, put(path`/incidents/${id}`, { incident: change }), 'incident').catch(
		(refusal: unknown) => {
			if (isNodeApiError(refusal) && refusal.context.pagerDutyCode === alreadyResolved)
				return { ...current, status: 'resolved' };
			throw refusal;
		},
	);
}

const alreadyResolved = 1001;

/** Whether PagerDuty says what is wanted. Of a reference only the ID counts, of an incident type its name or ID. */
const says = (said: unknown, wanted: unknown): boolean =>
	isObject(wanted)
		? isObject(said) &&
			Object.entries(wanted).every(([name, value]) => name === 'type' || says(said[name], value))
		: said === wanted;

async function noteUnlessInBody(api: Api, incidentId: string, text: string): Promise<void> {
	const { body } = await one(api, get(path`/incidents/${incidentId}`), 'incident');
	if (isObject(body) && body.details === text) return;
	await noteOnce(api, incidentId, text);
}
