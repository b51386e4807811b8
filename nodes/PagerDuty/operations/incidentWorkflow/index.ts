import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { incidentWorkflow as facts } from './resource';
import { start } from './start';

export const incidentWorkflow: Resource = { ...facts, operations: [get, getAll, start] };
