import type { ResourceFacts } from '../../engine/operation';

/** PagerDuty's document names no OAuth scope for these. */
export const automationAction: ResourceFacts = {
	option: {
		name: 'Automation Action',
		value: 'automationAction',
		description: 'A script or job that a runner in your own network carries out for an incident',
	},
	one: 'action',
	list: 'actions',
	simple: [
		'id',
		'name',
		'description',
		'action_type',
		'action_classification',
		'runner',
		'runner_type',
		'services',
		'teams',
		'last_run',
		'last_run_by',
		'only_invocable_on_unresolved_incidents',
		'creation_time',
		'modify_time',
	],
};

/** What Simplify keeps of an invocation. */
export const simpleInvocation = [
	'id',
	'state',
	'action_id',
	'action_snapshot',
	'metadata',
	'runner_id',
	'duration',
	'timing',
];
