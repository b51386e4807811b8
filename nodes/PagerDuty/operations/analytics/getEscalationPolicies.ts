import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { incidentMetrics } from './metrics';
import { analytics } from './resource';

/** operationId getAnalyticsMetricsIncidentsEscalationPolicy */
export const getEscalationPolicies = defineOperation({
	of: analytics,
	option: {
		name: 'Get Escalation Policies',
		value: 'getEscalationPolicies',
		action: 'Get figures over escalation policies',
		description:
			'Count the incidents of each escalation policy, and how fast they were acknowledged and resolved',
	},
	...incidentMetrics(path`/analytics/metrics/incidents/escalation_policies`),
});
