import type { Conflict } from '../../../engine/operation';
import { reference } from '../../../fields/id';
import { multiSelect } from '../../../fields/multiSelect';
import { userId } from '../../../fields/objects/user';

/** PagerDuty wants to know in whose name responders are asked, also with a key that has no user. */
export const requesterId = {
	...userId,
	displayName: 'Requester',
	name: 'requesterId',
	description: 'The user in whose name responders are asked',
} as const;

/** The users among those who are asked. @param description as in "Users to ask for help" */
export const responderIds = (description: string) =>
	multiSelect({ name: 'responderIds', noun: 'Responder', description, load: 'loadUsers' });

/** The escalation policies among those who are asked. */
export const policyIds = (description: string) =>
	multiSelect({
		name: 'escalationPolicyIds',
		noun: 'Escalation Policy',
		description,
		load: 'loadEscalationPolicies',
	});

interface Targets {
	readonly responderIds?: readonly string[];
	readonly escalationPolicyIds?: readonly string[];
}

/** Users and escalation policies as PagerDuty's requests name them. */
export const targetsOf = ({ responderIds = [], escalationPolicyIds = [] }: Targets) => [
	...responderIds.map((id) => ({ ...reference('user_reference', id) })),
	...escalationPolicyIds.map((id) => ({ ...reference('escalation_policy_reference', id) })),
];

export const nobodyNamed = (targets: Targets): Conflict | undefined =>
	targetsOf(targets).length > 0
		? undefined
		: { field: 'responderIds', message: 'or "Escalation Policy Names or IDs" must name somebody' };
