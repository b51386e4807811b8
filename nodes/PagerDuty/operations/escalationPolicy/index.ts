import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { escalationPolicy as facts } from './resource';

export const escalationPolicy: Resource = { ...facts, operations: [get, getAll] };
