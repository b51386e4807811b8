import type { Include } from '../../fields/include';

/** Names follow PagerDuty's `include[]` of lists of incidents. */
export const include: Include = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Acknowledgers', value: 'acknowledgers', fills: ['acknowledgements'] },
		{ name: 'Agents', value: 'agents', fills: ['last_status_change_by'] },
		{ name: 'Assignees', value: 'assignees', fills: ['assignments'] },
		{ name: 'Conference Bridge', value: 'conference_bridge', fills: ['conference_bridge'] },
		{ name: 'Escalation Policies', value: 'escalation_policies', fills: ['escalation_policy'] },
		{
			name: 'First Trigger Log Entries',
			value: 'first_trigger_log_entries',
			fills: ['first_trigger_log_entry'],
		},
		{ name: 'Priorities', value: 'priorities', fills: ['priority'] },
		{ name: 'Services', value: 'services', fills: ['service'] },
		{ name: 'Teams', value: 'teams', fills: ['teams'] },
		{ name: 'Users', value: 'users', fills: ['assignments', 'acknowledgements', 'last_status_change_by'] },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};

/** Of a single incident PagerDuty also includes the values of its custom fields. */
export const includeOfOne: Include = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Acknowledgers', value: 'acknowledgers', fills: ['acknowledgements'] },
		{ name: 'Agents', value: 'agents', fills: ['last_status_change_by'] },
		{ name: 'Assignees', value: 'assignees', fills: ['assignments'] },
		{ name: 'Conference Bridge', value: 'conference_bridge', fills: ['conference_bridge'] },
		{ name: 'Custom Fields', value: 'custom_fields', fills: ['custom_fields'] },
		{ name: 'Escalation Policies', value: 'escalation_policies', fills: ['escalation_policy'] },
		{
			name: 'First Trigger Log Entries',
			value: 'first_trigger_log_entries',
			fills: ['first_trigger_log_entry'],
		},
		{ name: 'Priorities', value: 'priorities', fills: ['priority'] },
		{ name: 'Services', value: 'services', fills: ['service'] },
		{ name: 'Teams', value: 'teams', fills: ['teams'] },
		{ name: 'Users', value: 'users', fills: ['assignments', 'acknowledgements', 'last_status_change_by'] },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
