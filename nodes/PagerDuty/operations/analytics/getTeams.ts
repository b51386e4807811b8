import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { incidentMetrics } from './metrics';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsIncidentsTeam */
export const getTeams = defineOperation({
	of: analytics,
	option: {
		name: 'Get Teams',
		value: 'getTeams',
		action: 'Get figures over teams',
		description: 'Count the incidents of each team, and how fast they were acknowledged and resolved',
	},
	...incidentMetrics(path`/analytics/metrics/incidents/teams`),
});
