import type { INodeProperties } from 'n8n-workflow';

/** Names follow PagerDuty's `include[]` of log entries. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Channels', value: 'channels' },
		{ name: 'Incidents', value: 'incidents' },
		{ name: 'Services', value: 'services' },
		{ name: 'Teams', value: 'teams' },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
