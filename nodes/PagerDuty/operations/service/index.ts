import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getCustomFields } from './getCustomFields';
import { getDependencies } from './getDependencies';
import { service as facts } from './resource';

export const service: Resource = { ...facts, operations: [get, getCustomFields, getDependencies, getAll] };
