import type { Resource } from '../../engine/operation';
import { acknowledge } from './acknowledge';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { incident as facts } from './resource';
import { resolve } from './resolve';
import { update } from './update';

export const incident: Resource = {
	...facts,
	operations: [acknowledge, create, get, getAll, resolve, update],
};
