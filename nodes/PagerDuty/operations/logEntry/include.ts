import type { Include } from '../../fields/include';

/** Names follow PagerDuty's `include[]` of log entries. */
export const include: Include = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Channels', value: 'channels', fills: ['channel'] },
		{ name: 'Incidents', value: 'incidents', fills: ['incident'] },
		{ name: 'Services', value: 'services', fills: ['service'] },
		{ name: 'Teams', value: 'teams', fills: ['teams'] },
	],
	default: [],
	description: 'What to return in full instead of as a reference',
};
