import { nowOf } from '../../../api/clock';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentIdOrNumber } from '../../../fields/objects/incident';
import { parallelRequests } from '../../../fields/parallelRequests';
import { simplify } from '../../../fields/simplify';
import { changeEvent } from '../../changeEvent/resource';
import { incidentAlert } from '../../incidentAlert/resource';
import { incidentNote } from '../../incidentNote/resource';
import { maintenanceWindow } from '../../maintenanceWindow/resource';
import { simpleLevel } from '../../onCall/current/levels';
import { service } from '../../service/resource';
import { getPast } from '../insight/getPast';
import { getRelated } from '../insight/getRelated';
import { getRelatedChanges } from '../insight/getRelatedChanges';
import { incident } from '../resource';
import { simpleRow } from '../timeline/rows';
import { readContext } from './context';
import { listLimit, pastLimit, timelineLimit } from './fields';
import { summaryOf } from './summary';

/**
 * operationId getIncident, listIncidentAlerts, listIncidentNotes, listIncidentLogEntries, listIncidentRelatedChangeEvents,
 * listServiceChangeEvents, getPastIncidents, getRelatedIncidents, getEscalationPolicy, listOnCalls, getService,
 * listMaintenanceWindows · `summary` is Markdown of at most 2,000 characters.
 */
export const getContext = defineOperation({
	of: incident,
	option: {
		name: 'Get Context',
		value: 'getContext',
		action: 'Get the context of an incident',
		description:
			'Get everything that somebody who has just been paged needs to know about an incident, in one step: alerts, notes, timeline, recent changes, similar incidents and what solved them, who is on call, and the state of the service. Includes a short summary (Markdown) for a note, a chat message or a language model. Works as long as the incident itself can be read: what the plan or the key does not allow, or PagerDuty does not return after several tries, is null, and "missing" says why and what to do. Makes 13 requests, and one more for each past incident.',
	},
	fields: [incidentIdOrNumber, simplify, options(listLimit, pastLimit, timelineLimit, parallelRequests)],
	scopes: ['incidents.read', 'services.read', 'oncalls.read', 'escalation_policies.read'],
	simple: [
		'summary',
		'incident',
		'alerts',
		'notes',
		'timeline',
		'related_changes',
		'service_changes',
		'past_incidents',
		'related_incidents',
		'on_call',
		'service',
		'maintenance_windows',
		'missing',
	],
	parts: {
		incident: incident.simple,
		alerts: incidentAlert.simple,
		notes: incidentNote.simple,
		timeline: simpleRow,
		related_changes: getRelatedChanges.simple ?? [],
		service_changes: changeEvent.simple,
		past_incidents: [...(getPast.simple ?? []), 'resolution'],
		related_incidents: getRelated.simple ?? [],
		on_call: simpleLevel,
		service: service.simple,
		maintenance_windows: maintenanceWindow.simple,
	},
	run: async (api, input) => {
		const context = await readContext(api, input);
		return { summary: summaryOf(context, nowOf(api)), ...context };
	},
});
