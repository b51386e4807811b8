import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { changeEvent as facts } from './resource';
import { update } from './update';

export const changeEvent: Resource = { ...facts, operations: [get, getAll, update] };
