import type { INodeProperties } from 'n8n-workflow';

/** Names follow PagerDuty's `include[]` of lists of incidents. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Acknowledgers', value: 'acknowledgers' },
		{ name: 'Agents', value: 'agents' },
		{ name: 'Assignees', value: 'assignees' },
		{ name: 'Conference Bridge', value: 'conference_bridge' },
		{ name: 'Escalation Policies', value: 'escalation_policies' },
		{ name: 'First Trigger Log Entries', value: 'first_trigger_log_entries' },
		{ name: 'Priorities', value: 'priorities' },
		{ name: 'Services', value: 'services' },
		{ name: 'Teams', value: 'teams' },
		{ name: 'Users', value: 'users' },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};

/** Of a single incident PagerDuty also includes the values of its custom fields. */
export const includeOfOne: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Acknowledgers', value: 'acknowledgers' },
		{ name: 'Agents', value: 'agents' },
		{ name: 'Assignees', value: 'assignees' },
		{ name: 'Conference Bridge', value: 'conference_bridge' },
		{ name: 'Custom Fields', value: 'custom_fields' },
		{ name: 'Escalation Policies', value: 'escalation_policies' },
		{ name: 'First Trigger Log Entries', value: 'first_trigger_log_entries' },
		{ name: 'Priorities', value: 'priorities' },
		{ name: 'Services', value: 'services' },
		{ name: 'Teams', value: 'teams' },
		{ name: 'Users', value: 'users' },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
