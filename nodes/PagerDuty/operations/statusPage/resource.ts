import type { ResourceFacts } from '../../engine/operation';

export const statusPage: ResourceFacts = {
	option: {
		name: 'Status Page',
		value: 'statusPage',
		description: 'The page that tells customers how the services are',
	},
	scope: 'status_pages',
	one: 'status_page',
	list: 'status_pages',
	simple: ['id', 'name', 'status_page_type', 'url', 'published_at'],
};

/** What Simplify keeps of what a status page consists of. */
export const simplePart = ['id', 'name', 'description', 'post_type', 'business_service', 'status_page'];
