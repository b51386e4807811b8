import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { load, search, type Source } from './picker';

const policies: Source = {
	request: (query) => ({ method: 'GET', path: path`/escalation_policies`, query: { query } }),
	list: 'escalation_policies',
	scopes: ['escalation_policies.read'],
	name: (row) => String(row.name),
};

export const searchEscalationPolicies = search(policies);
export const loadEscalationPolicies = load(policies);

export const escalationPolicyId: INodeProperties = {
	displayName: 'Escalation Policy',
	name: 'escalationPolicyId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Who is notified, and in which order. Cannot be combined with assignees.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an escalation policy...',
			typeOptions: { searchListMethod: 'searchEscalationPolicies', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. PABC123' },
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://acme.pagerduty.com/escalation_policies/PABC123',
		},
	],
};

export const escalationPolicyIds: INodeProperties = {
	displayName: 'Escalation Policy Names or IDs',
	name: 'escalationPolicyIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadEscalationPolicies' },
	default: [],
	description:
		'Only what uses these escalation policies. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
