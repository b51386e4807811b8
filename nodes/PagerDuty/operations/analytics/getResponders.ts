import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { responderMetrics } from './responders';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsRespondersAll */
export const getResponders = defineOperation({
	of: analytics,
	option: {
		name: 'Get Responders',
		value: 'getResponders',
		action: 'Get figures over responders',
		description:
			'Count for each user who responds how many incidents, interruptions and hours on call there were',
	},
	...responderMetrics(path`/analytics/metrics/responders/all`),
});
