import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { tag as facts } from './resource';

export const tag: Resource = { ...facts, operations: [getAll] };
