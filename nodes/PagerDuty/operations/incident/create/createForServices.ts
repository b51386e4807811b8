import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { field, required } from '../../../fields/field';
import { ifTooLong } from '../../../fields/ifTooLong';
import { multiSelect } from '../../../fields/multiSelect';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { fromEmail } from '../../../fields/objects/user';
import { derivedKey, keyLimit } from '../../../fields/problemKey';
import { simplify } from '../../../fields/simplify';
import { urgency } from '../../../fields/urgency';
import { noteOnce } from '../../incidentNote/noteOnce';
import { conferenceNumber, conferenceUrl, details, detailsBody, newTitle } from '../fields';
import { nameOf } from '../markdown';
import { incident } from '../resource';
import { fullText, openOnce } from './newIncident';
import { attempt, demandAll, ifSomeFail, rowOf, type Attempt } from './serviceAttempts';

const concernedServiceIds = required(
	multiSelect({
		name: 'serviceIds',
		noun: 'Service',
		description: 'One incident is opened on each of these services',
		load: 'loadServices',
	}),
);

const correlationId = field({
	displayName: 'Correlation ID',
	name: 'correlationId',
	type: 'string',
	default: '',
	placeholder: 'e.g. outage-2026-11-29',
	description:
		'Links the incidents: it is the incident key of each, and stands in the details. Where an open incident of a service has it already, no second one is opened there. Leave it out to open new incidents for each item.',
	limit: keyLimit,
});

/**
 * operationId createIncident, listIncidents, listIncidentNotes, createIncidentNote, updateIncidentNote · PagerDuty has no
 * links between incidents: a key that all have, found by a filter on it, and a note on each stand in for them.
 */
export const createForServices = defineOperation({
	of: incident,
	option: {
		name: 'Create for Several Services',
		value: 'createForServices',
		action: 'Create incidents for several services',
		description:
			'Open one incident on each of several services for one problem, which pages whoever is on call for each. A correlation ID and a note with the links of the others connect them. One item for each service.',
	},
	fields: [
		concernedServiceIds,
		newTitle,
		additionalFields(
			conferenceNumber,
			conferenceUrl,
			correlationId,
			details,
			incidentType,
			priorityId,
			urgency,
		),
		simplify,
		options(fromEmail, ifSomeFail, ifTooLong),
	],
	scopes: ['incidents.write', 'incidents.read'],
	changes: ({ serviceIds }) => serviceIds.length,
	simple: ['correlation_id', 'created', 'error', 'error_description', ...incident.simple],
	repeat: {
		safe: true,
		because:
			'The incident of each service is found by the correlation ID, which n8n makes where you give none, and the note by its first line',
	},
	run: async (api, given, context) => {
		const { serviceIds, title } = given;
		const key =
			given.correlationId ?? derivedKey(context.repeatKey, context.uncut.title ?? title, ...serviceIds);
		const said = fullText(given.details, context);
		const opening = {
			title,
			incidentKey: key,
			isOwnKey: given.correlationId === undefined,
			text: [said, `Correlation ID: ${key}`].filter(Boolean).join('\n\n'),
			more: detailsBody(given),
		};
		const attempts: Attempt[] = [];
		for (const serviceId of serviceIds)
			attempts.push(
				await attempt({ serviceId }, attempts, async () => ({
					incident: await openOnce(api, { serviceId, ...opening }, context),
				})),
			);
		const opened = attempts.flatMap(({ incident }) => (incident ? [incident] : []));
		const all = await linked(api, attempts, opened, key);
		demandAll(api, all, key, given.ifSomeFail);
		return all.map((each) => rowOf(each, key));
	},
});

/** Writes on each incident which others there are, as far as there are others. */
async function linked(
	api: Api,
	attempts: readonly Attempt[],
	opened: readonly IDataObject[],
	key: string,
): Promise<Attempt[]> {
	if (opened.length < 2) return [...attempts];
	const heading = `Opened together with incidents of other services (correlation ID ${key}):`;
	const all: Attempt[] = [];
	for (const each of attempts) {
		const { incident } = each;
		const others = opened.filter((other) => other !== incident).map(lineOf);
		const link = async () => {
			if (incident) await noteOnce(api, String(incident.id), [heading, ...others].join('\n'), heading);
			return {};
		};
		all.push(incident ? await attempt(each, [...attempts, ...all], link) : each);
	}
	return all;
}

/** `#1044 Checkout API: https://acme.pagerduty.com/incidents/Q1A2B3` */
const lineOf = ({ incident_number: number, service, html_url: link }: IDataObject): string =>
	`#${String(number)} ${nameOf(service)}: ${String(link)}`;
