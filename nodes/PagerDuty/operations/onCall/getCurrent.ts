import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { timeZone } from '../../fields/time';
import { withContactMethods } from './current/contactMethods';
import {
	contactMethods,
	lookAheadDays,
	ofPolicy,
	ofSchedule,
	ofService,
	ofTeam,
	ofUser,
	onCallOf,
} from './current/fields';
import { levelsOf, simpleLevel } from './current/levels';
import { askOnCalls } from './current/askOnCalls';
import { onCall } from './resource';

/**
 * operationId listOnCalls, getService, getEscalationPolicy, listEscalationPolicies, getSchedule, getUserContactMethods ·
 * PagerDuty tells who is on call, but neither which levels have nobody nor who is next; both follow from its lists.
 */
export const getCurrent = defineOperation({
	of: onCall,
	option: {
		name: 'Get Current',
		value: 'getCurrent',
		action: 'Get who is on call now',
		description:
			'Say who is on call right now for a service, team, escalation policy, schedule or user: one item for each level, with until when, who is next, and after how many minutes an incident escalates',
	},
	fields: [
		onCallOf,
		ofPolicy,
		ofSchedule,
		ofService,
		ofTeam,
		ofUser,
		simplify,
		options(contactMethods, lookAheadDays, parallelRequests, timeZone),
	],
	scopes: [
		'oncalls.read',
		'services.read',
		'escalation_policies.read',
		'schedules.read',
		'users:contact_methods.read',
	],
	simple: simpleLevel,
	run: async (api, input) => {
		const levels = levelsOf(await askOnCalls(api, input));
		return input.contactMethods ? await withContactMethods(api, levels) : levels;
	},
});
