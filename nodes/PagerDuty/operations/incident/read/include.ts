import { include } from '../../../fields/include';

const people = [
	{ name: 'Acknowledgers', value: 'acknowledgers', fills: ['acknowledgements'] },
	{ name: 'Agents', value: 'agents', fills: ['last_status_change_by'] },
	{ name: 'Assignees', value: 'assignees', fills: ['assignments'] },
	{ name: 'Conference Bridge', value: 'conference_bridge', fills: ['conference_bridge'] },
];

const objects = [
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
];

/** Names follow PagerDuty's `include[]` of lists of incidents. */
export const includeOfIncidents = include(...people, ...objects);

/** Of a single incident PagerDuty also includes the values of its custom fields. */
export const includeOfIncident = include(
	...people,
	{ name: 'Custom Fields', value: 'custom_fields', fills: ['custom_fields'] },
	...objects,
);
