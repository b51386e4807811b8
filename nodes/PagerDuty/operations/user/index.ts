import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { user as facts } from './resource';

export const user: Resource = { ...facts, operations: [get, getAll] };
