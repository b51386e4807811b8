import type { Resource } from '../../engine/operation';
import { acknowledge } from './acknowledge';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { resolve } from './resolve';
import { update } from './update';

export const incident: Resource = {
	option: { name: 'Incident', value: 'incident', description: 'A problem that somebody has to look after' },
	operations: [acknowledge, create, get, getAll, resolve, update],
};
