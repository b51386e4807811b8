import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { parallelRequests } from '../../../fields/parallelRequests';
import { simplify } from '../../../fields/simplify';
import { since } from '../../../fields/time';
import { incident } from '../resource';
import { detailsOf, fullIncidents } from './fields';

const from = { ...since, description: 'How far back PagerDuty looks for incidents like this one' } as const;

/** operationId getOutlierIncident · needs AIOps. */
export const getOutlier = defineOperation({
	of: incident,
	option: {
		name: 'Get Outlier',
		value: 'getOutlier',
		action: 'Get how unusual an incident is',
		description:
			'Read whether an incident is rare, frequent or an anomaly on its service, and how often it came',
	},
	fields: [incidentId, simplify, options(fullIncidents, parallelRequests, from)],
	answer: { one: 'outlier_incident' },
	simple: ['incident', 'incident_template'],
	request: ({ incidentId, fullIncidents, since }) =>
		get(path`/incidents/${incidentId}/outlier_incident`, { ...detailsOf(fullIncidents), since }),
});
