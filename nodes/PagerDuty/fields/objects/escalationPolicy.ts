import { path } from '../../api/path';
import { required } from '../field';
import { locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const policies: Source = {
	request: (query) => ({ method: 'GET', path: path`/escalation_policies`, query: { query } }),
	list: 'escalation_policies',
	scopes: ['escalation_policies.read'],
	name: (row) => String(row.name),
};

export const searchEscalationPolicies = search(policies);
export const loadEscalationPolicies = load(policies);

export const escalationPolicyId = locator({
	name: 'escalationPolicyId',
	displayName: 'Escalation Policy',
	description: 'Who is notified, and in which order. Cannot be combined with assignees.',
	search: 'searchEscalationPolicies',
	noun: 'escalation policy',
	page: 'escalation_policies',
});

/** Where the policy itself is what an operation is about. */
export const ownEscalationPolicyId = required({
	...escalationPolicyId,
	description: 'The escalation policy to work with',
});

export const onCallPolicyIds = multiSelect({
	name: 'escalationPolicyIds',
	noun: 'Escalation Policy',
	description: 'Only who is on call for these escalation policies',
	load: 'loadEscalationPolicies',
});

export const escalationPolicyIds = multiSelect({
	name: 'escalationPolicyIds',
	noun: 'Escalation Policy',
	description: 'Only what uses these escalation policies',
	load: 'loadEscalationPolicies',
});
