import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteOverride } from './delete';
import { getAll } from './getAll';
import { scheduleOverride as facts } from './resource';

export const scheduleOverride: Resource = { ...facts, operations: [create, deleteOverride, getAll] };
