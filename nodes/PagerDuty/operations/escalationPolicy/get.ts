import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { ownEscalationPolicyId } from '../../fields/objects/escalationPolicy';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { escalationPolicy, includeOfEscalationPolicy } from './resource';

/** operationId getEscalationPolicy */
export const get = defineOperation({
	of: escalationPolicy,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an escalation policy',
		description:
			'Read one escalation policy with its levels. Who is on call right now is said by the resource On-Call.',
	},
	fields: [ownEscalationPolicyId, simplify, options(includeOfEscalationPolicy, parallelRequests)],
	request: ({ escalationPolicyId, ...query }) =>
		getFrom(path`/escalation_policies/${escalationPolicyId}`, query),
});
