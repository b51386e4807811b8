import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { path } from '../api/path';
import { load, search, type Source } from './picker';

const users: Source = {
	request: (query) => ({ method: 'GET', path: path`/users`, query: { query } }),
	list: 'users',
	scopes: ['users.read'],
	name: (row) => `${String(row.name)} (${String(row.email)})`,
};

export const loadUsers = load(users);
/** Users by email, because PagerDuty wants the acting user's email, not the ID. */
export const searchFromUsers = search({ ...users, value: (row) => String(row.email) });

export const userIds: INodeProperties = {
	displayName: 'User Names or IDs',
	name: 'userIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadUsers' },
	default: [],
	description:
		'Only what is assigned to these users. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const assigneeIds: INodeProperties = {
	displayName: 'Assignee Names or IDs',
	name: 'assigneeIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadUsers' },
	default: [],
	description:
		'Users to assign the incident to. Cannot be combined with an escalation policy. An expression may also give emails. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const fromEmail: INodeProperties = {
	displayName: 'From Email',
	name: 'fromEmail',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The PagerDuty user in whose name this is done. Leave empty for the default of the credential, or the user that the key or connection belongs to.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a user...',
			typeOptions: { searchListMethod: 'searchFromUsers', searchable: true },
		},
		{ displayName: 'By Email', name: 'id', type: 'string', placeholder: 'e.g. nathan@example.com' },
	],
};

/** The email of the acting user. */
export const email = z.string().email('is not an email address. Enter the email of a PagerDuty user');
