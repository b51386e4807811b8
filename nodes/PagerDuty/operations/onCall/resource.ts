import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const onCall: ResourceFacts = {
	option: {
		name: 'On-Call',
		value: 'onCall',
		description: 'Who has to react to incidents, on which level, from when to when',
	},
	scope: 'oncalls',
	one: 'oncall',
	list: 'oncalls',
	simple: ['escalation_level', 'user', 'start', 'end', 'schedule', 'escalation_policy'],
};

/** Names follow PagerDuty's `include[]` of on-calls. */
export const includeOfOnCalls = include(
	{ name: 'Escalation Policies', value: 'escalation_policies', fills: ['escalation_policy'] },
	{ name: 'Schedules', value: 'schedules', fills: ['schedule'] },
	{ name: 'Users', value: 'users', fills: ['user'] },
);
