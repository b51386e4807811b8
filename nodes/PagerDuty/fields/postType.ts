import { field } from './field';

export const postType = field({
	displayName: 'Post Type',
	name: 'postType',
	type: 'options',
	options: [
		{ name: 'Incident', value: 'incident', description: 'Something is wrong' },
		{
			name: 'Maintenance',
			value: 'maintenance',
			description: 'Somebody works on it at a time that is known before',
		},
	],
	default: 'incident',
	description: 'Whether it is about an incident or maintenance',
});
