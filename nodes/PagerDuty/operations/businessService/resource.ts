import type { ResourceFacts } from '../../engine/operation';

export const businessService: ResourceFacts = {
	option: {
		name: 'Business Service',
		value: 'businessService',
		description: 'What a company offers its customers, which stands on several services',
	},
	scope: 'services',
	one: 'business_service',
	list: 'business_services',
	simple: ['id', 'name', 'description', 'point_of_contact', 'team', 'html_url'],
};
