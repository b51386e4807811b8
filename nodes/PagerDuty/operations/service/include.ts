import type { Include } from '../../fields/include';

/** Names follow PagerDuty's `include[]` of services. */
export const include: Include = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{
			name: 'Auto-Pause Notifications',
			value: 'auto_pause_notifications_parameters',
			fills: ['auto_pause_notifications_parameters'],
		},
		{ name: 'Escalation Policies', value: 'escalation_policies', fills: ['escalation_policy'] },
		{ name: 'Integrations', value: 'integrations', fills: ['integrations'] },
		{ name: 'Teams', value: 'teams', fills: ['teams'] },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
