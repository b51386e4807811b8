import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getChanges } from './getChanges';
import { getCustomFields } from './getCustomFields';
import { getDependencies } from './getDependencies';
import { service as facts } from './resource';
import { getStatus } from './status/getStatus';

export const service: Resource = {
	...facts,
	operations: [get, getChanges, getCustomFields, getDependencies, getAll, getStatus],
};
