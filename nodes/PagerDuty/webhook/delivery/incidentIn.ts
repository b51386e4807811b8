import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { knownOf, type Known } from '../../incidentFilters/known';
import type { PagerDutyEvent } from './event';

/** The incident that an event is about, as far as the event says. */
interface Mentioned {
	/** Left out for events about services, and where no incident is named. */
	readonly id?: string;
	readonly known: Known;
}

/**
 * What an event says of its incident. Only events of the kind `incident` carry it; most others name it and its title.
 * Policies and users in them are those of a task or a request for help, not those of the incident.
 * Source: https://developer.pagerduty.com/docs/webhooks-overview
 */
export function incidentIn({ data }: PagerDutyEvent): Mentioned {
	switch (data.type) {
		case 'incident':
			return withId(data, knownOf(data));
		case 'service':
			return {
				known: { service: data, teams: data.teams, escalation_policy: data.escalation_policy, note: null },
			};
		case 'service_field_values':
			return { known: { service: data.service, note: null } };
		case 'incident_note':
			// A long note is cut off: what is missing may fit.
			return mentioned(data.incident, { note: data.trimmed === true ? undefined : textOf(data.content) });
		case 'incident_field_values':
			return mentioned(data.incident, { some_custom_fields: data.custom_fields, note: null });
		case 'incident_role_assignment': {
			const [first] = [data.incident_role_assignments].flat().filter(isObject);
			return mentioned(first?.incident, { note: null });
		}
		default:
			return mentioned(data.incident, { note: null });
	}
}

const mentioned = (incident: unknown, more: Known): Mentioned =>
	isObject(incident) ? withId(incident, { title: textOf(incident.summary), ...more }) : { known: more };

const withId = ({ id }: IDataObject, known: Known): Mentioned =>
	typeof id === 'string' && id !== '' ? { id, known } : { known };

/** Some events name an incident without its title: it is null then. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
