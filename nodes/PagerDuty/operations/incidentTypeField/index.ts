import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';
import { incidentTypeField as facts } from './resource';

export const incidentTypeField: Resource = { ...facts, operations: [getAll] };
