import type { ResourceFacts } from '../../engine/operation';

export const team: ResourceFacts = {
	option: { name: 'Team', value: 'team', description: 'People who look after the same services' },
	scope: 'teams',
	one: 'team',
	list: 'teams',
	simple: ['id', 'name', 'description', 'html_url', 'parent', 'default_role'],
};
