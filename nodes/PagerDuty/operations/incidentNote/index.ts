import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getAll } from './getAll';
import { incidentNote as facts } from './resource';

export const incidentNote: Resource = { ...facts, operations: [create, getAll] };
