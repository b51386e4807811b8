import type { ResourceFacts } from '../../engine/operation';

export const schedule: ResourceFacts = {
	option: { name: 'Schedule', value: 'schedule', description: 'Who is on call when, in turns' },
	scope: 'schedules',
	one: 'schedule',
	list: 'schedules',
	simple: [
		'id',
		'name',
		'description',
		'time_zone',
		'html_url',
		'users',
		'teams',
		'escalation_policies',
		'schedule_layers',
		'final_schedule',
		'next_oncall_for_user',
	],
};
