import type { INodeProperties } from 'n8n-workflow';

/** Names follow PagerDuty's `include[]` of services. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Auto-Pause Notifications', value: 'auto_pause_notifications_parameters' },
		{ name: 'Escalation Policies', value: 'escalation_policies' },
		{ name: 'Integrations', value: 'integrations' },
		{ name: 'Teams', value: 'teams' },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
