import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const logEntry: ResourceFacts = {
	option: {
		name: 'Log Entry',
		value: 'logEntry',
		description: 'What happened to an incident, when, and who or what did it',
	},
	scope: 'incidents',
	one: 'log_entry',
	list: 'log_entries',
	// The type says what happened, and each type has properties of its own.
	simple: [
		'id',
		'type',
		'summary',
		'created_at',
		'html_url',
		'incident',
		'agent',
		'service',
		'teams',
		'channel',
		'note',
		'user',
		'assignees',
		'acknowledgement_timeout',
		'changed_actions',
		'changeset',
		'event_details',
		'contexts',
	],
};

/** Names follow PagerDuty's `include[]` of log entries. */
export const includeOfLogEntry = include(
	{ name: 'Channels', value: 'channels', fills: ['channel'] },
	{ name: 'Incidents', value: 'incidents', fills: ['incident'] },
	{ name: 'Services', value: 'services', fills: ['service'] },
	{ name: 'Teams', value: 'teams', fills: ['teams'] },
);
