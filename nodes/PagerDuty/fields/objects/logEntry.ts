import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { path } from '../../api/path';
import { required } from '../field';
import { byId, byUrl, locator } from '../locator';
import { search } from '../picker';

/** The picker cuts long names off, and the same often happens twice to one incident: so time and number come first. */
function nameOf({ summary, incident, created_at: at }: IDataObject): string {
	const title = isObject(incident) ? String(incident.summary ?? '') : '';
	const [, number, rest = title] = /^\[(#\d+)\] (.*)$/s.exec(title) ?? [];
	return [[at, number, summary].filter(Boolean).join(' '), rest].filter(Boolean).join(' – ');
}

/** The log of the account, newest first. PagerDuty searches it by nothing but time. */
export const searchLogEntries = search({
	request: () => ({ method: 'GET', path: path`/log_entries` }),
	list: 'log_entries',
	scopes: ['incidents.read'],
	name: nameOf,
});

export const logEntryId = required(
	locator({
		name: 'logEntryId',
		displayName: 'Log Entry',
		description:
			'The log entry to read. The first one of an incident has its ID in first_trigger_log_entry of the incident.',
		search: 'searchLogEntries',
		noun: 'log entry',
		unsearchable: true,
		modes: [
			byId('R1A2B3C4D5E6F7G8H9I0J1K2L3'),
			{
				...byUrl('incidents/Q1A2B3C4D5E6F7/log_entries/R1A2B3C4D5E6F7G8H9I0J1K2L3'),
				// The address names the incident first.
				extractValue: { type: 'regex', regex: '/log_entries/([A-Z0-9]+)' },
			},
		],
	}),
);
