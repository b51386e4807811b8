import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getDependencies } from './getDependencies';
import { getImpacts } from './getImpacts';
import { businessService as facts } from './resource';

export const businessService: Resource = {
	...facts,
	operations: [get, getDependencies, getImpacts, getAll],
};
