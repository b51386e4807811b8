import type { Resource } from '../../engine/operation';
import { acknowledge } from './change/acknowledge';
import { resolve } from './change/resolve';
import { update } from './change/update';
import { create } from './create/create';
import { get } from './read/get';
import { getAll } from './read/getAll';
import { incident as facts } from './resource';

export const incident: Resource = {
	...facts,
	operations: [acknowledge, create, get, getAll, resolve, update],
};
