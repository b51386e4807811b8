import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getUsers } from './getUsers';
import { schedule as facts } from './resource';

export const schedule: Resource = { ...facts, operations: [get, getAll, getUsers] };
