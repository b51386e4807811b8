import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { responderMetrics } from './responders';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsRespondersTeam */
export const getRespondersByTeam = defineOperation({
	of: analytics,
	option: {
		name: 'Get Responders by Team',
		value: 'getRespondersByTeam',
		action: 'Get figures over responders by team',
		description:
			'Count for each user and team how many incidents, interruptions and hours on call there were',
	},
	...responderMetrics(path`/analytics/metrics/responders/teams`),
});
