import type { IDataObject } from 'n8n-workflow';

import { path } from '../../api/path';
import { isObject } from '../../api/answer';
import { required } from '../field';
import { byId, locator } from '../locator';
import { search } from '../picker';

export const searchAutomationActions = search({
	request: (name) => ({ method: 'GET', path: path`/automation_actions/actions`, query: { name } }),
	list: 'actions',
	scopes: [],
	name: (row) => String(row.name),
	cursor: true,
});

export const searchRunners = search({
	request: (name) => ({ method: 'GET', path: path`/automation_actions/runners`, query: { name } }),
	list: 'runners',
	scopes: [],
	name: (row) => String(row.name),
	cursor: true,
});

/** `Restart the web server (completed)`, with the incident where it is known. */
function nameOf({ action_snapshot: action, state, metadata }: IDataObject): string {
	const name = isObject(action) ? String(action.name) : '';
	const incident = isObject(metadata) && isObject(metadata.incident) ? metadata.incident.summary : undefined;
	return [`${name} (${String(state)})`, incident].filter(Boolean).join(' – ');
}

/** PagerDuty gives all invocations at once. */
export const searchInvocations = search({
	request: () => ({ method: 'GET', path: path`/automation_actions/invocations` }),
	list: 'invocations',
	scopes: [],
	name: nameOf,
	unpaged: true,
	searchHere: true,
});

const exampleId = '01DF4OBNYKW84FS9CCYVYS1MOS';

export const automationActionId = required(
	locator({
		name: 'automationActionId',
		displayName: 'Automation Action',
		description: 'The automation action, as it is set up in PagerDuty under Automation',
		search: 'searchAutomationActions',
		noun: 'automation action',
		modes: [byId(exampleId)],
	}),
);

export const runnerId = locator({
	name: 'runnerId',
	displayName: 'Runner',
	description: 'Only actions that this runner carries out',
	search: 'searchRunners',
	noun: 'runner',
	modes: [byId(exampleId)],
});

export const invocationId = required(
	locator({
		name: 'invocationId',
		displayName: 'Invocation',
		description: 'The invocation of an automation action: Invoke gives its ID',
		search: 'searchInvocations',
		noun: 'invocation',
		modes: [byId(exampleId)],
	}),
);
