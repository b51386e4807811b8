import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { notification as facts } from './resource';

export const notification: Resource = { ...facts, operations: [getAll] };
