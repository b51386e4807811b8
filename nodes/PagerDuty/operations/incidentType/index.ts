import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { incidentType as facts } from './resource';

export const incidentType: Resource = { ...facts, operations: [getAll] };
