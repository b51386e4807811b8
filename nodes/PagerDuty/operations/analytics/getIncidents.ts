import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { incidentMetrics } from './metrics';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsIncidentsAll */
export const getIncidents = defineOperation({
	of: analytics,
	option: {
		name: 'Get Incidents',
		value: 'getIncidents',
		action: 'Get figures over incidents',
		description: 'Count all incidents of a time, and how fast they were acknowledged and resolved',
	},
	...incidentMetrics(path`/analytics/metrics/incidents/all`),
});
