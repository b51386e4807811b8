import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const escalationPolicy: ResourceFacts = {
	option: {
		name: 'Escalation Policy',
		value: 'escalationPolicy',
		description: 'Who is notified of an incident, and who next when nobody acknowledges',
	},
	scope: 'escalation_policies',
	one: 'escalation_policy',
	list: 'escalation_policies',
	simple: [
		'id',
		'name',
		'description',
		'html_url',
		'num_loops',
		'escalation_rules',
		'services',
		'teams',
		'on_call_handoff_notifications',
	],
};

/** Names follow PagerDuty's `include[]` of escalation policies. */
export const includeOfEscalationPolicy = include(
	{
		name: 'Assignment Strategies',
		value: 'escalation_rule_assignment_strategies',
		fills: ['escalation_rules'],
	},
	{ name: 'Services', value: 'services', fills: ['services'] },
	{ name: 'Targets', value: 'targets', fills: ['escalation_rules'] },
	{ name: 'Teams', value: 'teams', fills: ['teams'] },
);
