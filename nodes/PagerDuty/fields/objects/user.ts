import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { Api } from '../../api/client';
import { pages } from '../../api/pages';
import { path } from '../../api/path';
import { remembered } from '../../api/remembered';
import { get, type Query } from '../../api/request';
import { field, required } from '../field';
import { isId } from '../id';
import { locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';
import { together } from '../../api/together';

const users: Source = {
	request: (query) => ({ method: 'GET', path: path`/users`, query: { query } }),
	list: 'users',
	scopes: ['users.read'],
	name: (row) => `${String(row.name)} (${String(row.email)})`,
};

export const searchUsers = search(users);
export const loadUsers = load(users);
/** Users by email, because PagerDuty wants the acting user's email, not the ID. */
export const searchFromUsers = search({ ...users, value: (row) => String(row.email) });

const email = z.string().email('is not an email address. Enter the email of a PagerDuty user');

/**
 * The user with exactly this email, in any case. The search finds parts of names and emails as well. operationId listUsers
 *
 * @throws NodeOperationError when there is none. `advice` says what to correct
 */
export async function userWithEmail(
	api: Api,
	address: string,
	advice: string,
	query: Query = {},
): Promise<IDataObject> {
	const wanted = address.toLowerCase();
	for await (const page of pages(api, get(path`/users`, { ...query, query: address }), 'users')) {
		const found = page.find((user) => String(user.email).toLowerCase() === wanted);
		if (found) return found;
	}
	throw new NodeOperationError(api.host.getNode(), `No PagerDuty user has the email ${address}`, {
		description: advice,
	});
}

const idOfEmail = remembered(async (api, address) => {
	const advice = 'Correct "Assignee Names or IDs", or add this user to the PagerDuty account.';
	return String((await userWithEmail(api, address, advice)).id);
});

export const userId = required(
	locator({
		name: 'userId',
		displayName: 'User',
		description: "The PagerDuty user: pick one, or give an ID or the address of the user's page",
		search: 'searchUsers',
		noun: 'user',
		page: 'users',
	}),
);

/** A user whose next shift is looked for. */
export const nextOnCallUserId = locator({
	name: 'nextOnCallUserId',
	displayName: 'Next On-Call of User',
	description: 'Say in next_oncall_for_user when this user is on call now or next by this schedule',
	search: 'searchUsers',
	noun: 'user',
	page: 'users',
});

/** Names a user where nothing else is known. */
export const userEmail = field({
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. nathan@example.com',
	description: 'The whole email address of the PagerDuty user, in upper or lower case',
	check: email,
});

export const userIds = multiSelect({
	name: 'userIds',
	noun: 'User',
	description: 'Only what is assigned to these users',
	load: 'loadUsers',
});

export const onCallUserIds = multiSelect({
	name: 'userIds',
	noun: 'User',
	description: 'Only when these users are on call',
	load: 'loadUsers',
});

export const notifiedUserIds = multiSelect({
	name: 'userIds',
	noun: 'User',
	description: 'Only escalation policies that notify these users directly, not by a schedule',
	load: 'loadUsers',
});

const assignees = (description: string) => ({
	...multiSelect({
		name: 'assigneeIds',
		noun: 'Assignee',
		description: `${description}. Cannot be combined with an escalation policy. An expression may also give emails`,
		load: 'loadUsers',
	}),
	check: z.array(
		z
			.string()
			.refine(
				(given) => isId(given) || email.safeParse(given).success,
				'is neither a PagerDuty ID nor an email address',
			),
	),
	resolve: {
		scopes: ['users.read'],
		toId: async (api: Api, given: readonly string[]): Promise<string[]> =>
			await together(given.map(async (each) => (isId(each) ? each : await idOfEmail(api, each)))),
	},
});

export const assigneeIds = assignees('Users to assign the incident to');

/** For an incident that may be open already. */
export const newAssigneeIds = assignees(
	'Users to assign a new incident to. One that is open keeps its own: to assign it again would page again',
);

/** The acting user: the engine sends it with whatever the operation writes. */
export const fromEmail = {
	...locator({
		name: 'fromEmail',
		displayName: 'From Email',
		description:
			'The PagerDuty user in whose name this is done. Leave empty for the default of the credential, or the user that the key or connection belongs to.',
		search: 'searchFromUsers',
		noun: 'user',
		modes: [{ displayName: 'By Email', name: 'id', type: 'string', placeholder: 'e.g. nathan@example.com' }],
	}),
	check: email,
	forEngine: true,
} as const;
