import type { IDataObject } from 'n8n-workflow';

import { isObject, rowsOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { remembered } from '../../../api/remembered';
import { get } from '../../../api/request';
import { many } from '../../../api/shape';
import { mapConcurrent } from '../../../engine/mapConcurrent';

/** People asked for at once. */
const atOnce = 5;

/** operationId getUserContactMethods */
const methodsOf = remembered(
	async (api, userId) => await many(api, get(path`/users/${userId}/contact_methods`), 'contact_methods'),
);

/** Adds to everybody who is on call how to reach them. Each person is asked for once. */
export async function withContactMethods(api: Api, levels: IDataObject[]): Promise<IDataObject[]> {
	const ids = [...new Set(levels.flatMap((level) => rowsOf(level, 'on_call').map(userIdOf)))];
	const found = new Map(
		await mapConcurrent(ids, atOnce, async (id) => [id, await methodsOf(api, id)] as const),
	);
	return levels.map((level) => ({
		...level,
		on_call: rowsOf(level, 'on_call').map((shift) => ({
			...shift,
			contact_methods: found.get(userIdOf(shift)) ?? [],
		})),
	}));
}

const userIdOf = ({ user }: IDataObject) => String(isObject(user) ? user.id : '');
