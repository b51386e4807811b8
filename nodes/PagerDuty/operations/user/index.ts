import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getByEmail } from './getByEmail';
import { getContactMethods } from './getContactMethods';
import { getMe } from './getMe';
import { getNotificationRules } from './getNotificationRules';
import { user as facts } from './resource';

export const user: Resource = {
	...facts,
	operations: [get, getByEmail, getContactMethods, getMe, getAll, getNotificationRules],
};
