import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { incidentMetrics } from './metrics';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsIncidentsService */
export const getServices = defineOperation({
	of: analytics,
	option: {
		name: 'Get Services',
		value: 'getServices',
		action: 'Get figures over services',
		description: 'Count the incidents of each service, and how fast they were acknowledged and resolved',
	},
	...incidentMetrics(path`/analytics/metrics/incidents/services`),
});
