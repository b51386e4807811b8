import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { schedule as facts } from './resource';

export const schedule: Resource = { ...facts, operations: [getAll] };
