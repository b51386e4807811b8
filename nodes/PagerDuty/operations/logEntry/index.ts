import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { logEntry as facts } from './resource';

export const logEntry: Resource = { ...facts, operations: [get, getAll] };
