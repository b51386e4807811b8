import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getAll } from './getAll';

export const incidentNote: Resource = {
	option: {
		name: 'Incident Note',
		value: 'incidentNote',
		description: 'A remark on an incident that everybody on it can read',
	},
	operations: [create, getAll],
};
