import type { ResourceFacts } from '../../engine/operation';

export const report: ResourceFacts = {
	option: {
		name: 'Report',
		value: 'report',
		description: 'Figures over a period, also as files for clients and colleagues',
	},
	scope: 'incidents',
	one: 'report',
	list: 'reports',
	simple: [],
};
