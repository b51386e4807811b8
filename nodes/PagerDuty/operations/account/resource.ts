import type { ResourceFacts } from '../../engine/operation';

export const account: ResourceFacts = {
	option: { name: 'Account', value: 'account', description: 'The PagerDuty account as a whole' },
	scope: 'abilities',
	one: 'abilities',
	list: 'abilities',
	simple: ['abilities'],
};
