import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { remembered } from '../../api/remembered';
import { many } from '../../api/shape';
import { email } from '../../fields/user';
import { id } from '../../fields/id';

const isId = (text: string) => id.safeParse(text).success;
const isEmail = (text: string) => email.safeParse(text).success;

/** Where an ID is asked for, `P1` is a name: it is too short for an ID. */
const isShortName = (text: string) => /^[A-Za-z0-9]{1,3}$/.test(text);

/** A priority by its ID or its name. */
export const priority = z
	.union([z.string(), z.object({ name: z.string() })])
	.superRefine((given, context) => {
		if (typeof given !== 'string' || isId(given) || isShortName(given)) return;
		const message = 'is not a PagerDuty ID. IDs look like PABC123; for a name, choose By Name';
		context.addIssue({ code: 'custom', message });
	});

/** A user by ID or email. */
export const assignee = z
	.string()
	.refine((given) => isId(given) || isEmail(given), 'is neither a PagerDuty ID nor an email address');

interface Named {
	readonly priorityId?: z.output<typeof priority>;
	readonly assigneeIds?: string[];
}

/**
 * An input with IDs in place of a priority's name and assignees' emails.
 *
 * @throws NodeOperationError when the account has no such priority or user
 */
export async function withIds<Input extends Named>(api: Api, input: Input): Promise<Input> {
	const { priorityId: given, assigneeIds: assignees } = input;
	const name = typeof given === 'object' ? given.name : given;
	const isName = typeof given === 'object' || (given !== undefined && !isId(given));
	return {
		...input,
		...(isName && name !== undefined ? { priorityId: await priorityNamed(api, name) } : {}),
		...(assignees ? { assigneeIds: await Promise.all(assignees.map((each) => userId(api, each))) } : {}),
	};
}

/** https://developer.pagerduty.com/api-reference "List priorities": the highest first. */
const priorities = remembered(
	async (api) => await many(api, { method: 'GET', path: path`/priorities` }, 'priorities'),
);

async function priorityNamed(api: Api, name: string): Promise<string> {
	const all = await priorities(api, '');
	const called = (row: IDataObject) => String(row.name);
	const found =
		all.find((row) => called(row) === name) ??
		all.find((row) => called(row).toLowerCase() === name.toLowerCase());
	if (found) return String(found.id);
	throw new NodeOperationError(
		api.host.getNode(),
		`"Priority" is "${name}", which this account does not have`,
		{
			description: `Its priorities are: ${all.map(called).join(', ')}.`,
		},
	);
}

const userId = async (api: Api, given: string) => (isId(given) ? given : await userWithEmail(api, given));

/** https://developer.pagerduty.com/api-reference "List users": the search finds parts of names and emails as well. */
const userWithEmail = remembered(async (api, address) => {
	const request = { method: 'GET', path: path`/users`, query: { query: address, limit: 100 } } as const;
	const found = (await many(api, request, 'users')).find(
		(user) => String(user.email).toLowerCase() === address.toLowerCase(),
	);
	if (found) return String(found.id);
	throw new NodeOperationError(api.host.getNode(), `No PagerDuty user has the email ${address}`, {
		description: 'Correct "Assignee Names or IDs", or add this user to the PagerDuty account.',
	});
});
