import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { priority as facts } from './resource';

export const priority: Resource = { ...facts, operations: [getAll] };
