import { field } from '../../../fields/field';
import { ownEscalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { scheduleId } from '../../../fields/objects/schedule';
import { serviceId } from '../../../fields/objects/service';
import { teamId } from '../../../fields/objects/team';
import { userId } from '../../../fields/objects/user';

/** What somebody is on call for. */
export const onCallOf = field({
	displayName: 'On Call For',
	name: 'onCallOf',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Escalation Policy',
			value: 'escalationPolicy',
			description: 'Every level of one escalation policy',
		},
		{ name: 'Schedule', value: 'schedule', description: 'The levels on which one schedule stands' },
		{ name: 'Service', value: 'service', description: 'Every level that incidents of a service go through' },
		{ name: 'Team', value: 'team', description: 'Every level of all escalation policies of a team' },
		{ name: 'User', value: 'user', description: 'The levels on which one user is on call, now or soon' },
	],
	default: 'service',
	description: 'What to ask about',
});

// The one that it is, as a field for each kind.
export const ofPolicy = {
	...ownEscalationPolicyId,
	displayOptions: { show: { onCallOf: ['escalationPolicy'] } },
};
export const ofSchedule = { ...scheduleId, displayOptions: { show: { onCallOf: ['schedule'] } } };
export const ofService = { ...serviceId, displayOptions: { show: { onCallOf: ['service'] } } };
export const ofTeam = { ...teamId, displayOptions: { show: { onCallOf: ['team'] } } };
export const ofUser = { ...userId, displayOptions: { show: { onCallOf: ['user'] } } };

export const contactMethods = field({
	displayName: 'Contact Methods',
	name: 'contactMethods',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the phone numbers, emails and devices of those who are on call. Costs one request for each person.',
});

export const lookAheadDays = field({
	displayName: 'Look-Ahead in Days',
	name: 'lookAheadDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 90 },
	default: 14,
	description: 'How far ahead to look for who is next. Longer than the longest shift is enough.',
});
