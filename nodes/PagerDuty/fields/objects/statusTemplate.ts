import { path } from '../../api/path';
import { required } from '../field';
import { byId, locator } from '../locator';
import { search } from '../picker';

export const searchStatusTemplates = search({
	request: (query) => ({ method: 'GET', path: path`/templates`, query: { query } }),
	list: 'templates',
	scopes: ['templates.read'],
	name: (row) => String(row.name),
});

export const templateId = required(
	locator({
		name: 'templateId',
		displayName: 'Status Update Template',
		description: 'The template for status updates, as it is set up in PagerDuty',
		search: 'searchStatusTemplates',
		noun: 'template',
		modes: [byId('PBZUP2B')],
	}),
);
