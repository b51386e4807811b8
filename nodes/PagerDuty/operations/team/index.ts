import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { team as facts } from './resource';

export const team: Resource = { ...facts, operations: [getAll] };
