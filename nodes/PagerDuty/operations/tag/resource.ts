import type { ResourceFacts } from '../../engine/operation';

export const tag: ResourceFacts = {
	option: {
		name: 'Tag',
		value: 'tag',
		description: 'A label by which users, teams and escalation policies are grouped',
	},
	scope: 'tags',
	one: 'tag',
	list: 'tags',
	simple: ['id', 'label', 'html_url'],
};
