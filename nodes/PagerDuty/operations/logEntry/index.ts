import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

export const logEntry: Resource = {
	option: {
		name: 'Log Entry',
		value: 'logEntry',
		description: 'What happened to an incident, when, and who or what did it',
	},
	operations: [get, getAll],
};
