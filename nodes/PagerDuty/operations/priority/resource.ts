import type { ResourceFacts } from '../../engine/operation';

export const priority: ResourceFacts = {
	option: {
		name: 'Priority',
		value: 'priority',
		description: 'How important an incident is, as the account names it: P1, P2 and so on',
	},
	scope: 'priorities',
	one: 'priority',
	list: 'priorities',
	simple: ['id', 'name', 'description', 'color'],
};
