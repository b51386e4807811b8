import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { remembered } from '../../api/remembered';
import { many } from '../../api/shape';
import { isId } from '../id';
import { byId, locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const priorities: Source = {
	request: () => ({ method: 'GET', path: path`/priorities` }),
	list: 'priorities',
	scopes: ['priorities.read'],
	name: (row) => [row.name, row.description].filter(Boolean).join(' – '),
	searchHere: true,
};

export const searchPriorities = search(priorities);
export const loadPriorities = load(priorities);

/** Where an ID is asked for, `P1` is a name: it is too short for an ID. */
const isShortName = (text: string) => /^[A-Za-z0-9]{1,3}$/.test(text);

/** A priority by its ID or its name. */
const idOrName = z.union([z.string(), z.object({ name: z.string() })]).superRefine((given, context) => {
	if (typeof given !== 'string' || isId(given) || isShortName(given)) return;
	const message = 'is not a PagerDuty ID. IDs look like PABC123; for a name, choose By Name';
	context.addIssue({ code: 'custom', message });
});

/** The priorities of the account, highest first. operationId listPriorities */
const all = remembered(
	async (api) => await many(api, { method: 'GET', path: path`/priorities` }, 'priorities'),
);

/** @throws NodeOperationError when the account has no priority of this name */
async function idOfName(api: Api, name: string): Promise<string> {
	const rows = await all(api, '');
	const called = (row: IDataObject) => String(row.name);
	const found =
		rows.find((row) => called(row) === name) ??
		rows.find((row) => called(row).toLowerCase() === name.toLowerCase());
	if (found) return String(found.id);
	throw new NodeOperationError(
		api.host.getNode(),
		`"Priority" is "${name}", which this account does not have`,
		{ description: `Its priorities are: ${rows.map(called).join(', ')}.` },
	);
}

export const priorityId = {
	...locator({
		name: 'priorityId',
		displayName: 'Priority',
		description: 'How important the incident is, as your account names it (P1, P2 …)',
		search: 'searchPriorities',
		noun: 'priority',
		modes: [byId(), { displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. P1' }],
	}),
	check: idOrName,
	resolve: {
		scopes: ['priorities.read'],
		toId: async (api: Api, held: z.output<typeof idOrName>): Promise<string> => {
			if (typeof held === 'object') return await idOfName(api, held.name);
			return isId(held) ? held : await idOfName(api, held);
		},
	},
};

export const priorityIds = multiSelect({
	name: 'priorityIds',
	noun: 'Priority',
	description: 'Only incidents with these priorities',
	load: 'loadPriorities',
});
