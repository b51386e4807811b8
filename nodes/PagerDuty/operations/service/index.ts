import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

export const service: Resource = {
	option: {
		name: 'Service',
		value: 'service',
		description: 'Something that incidents happen to: an application, a component',
	},
	operations: [get, getAll],
};
