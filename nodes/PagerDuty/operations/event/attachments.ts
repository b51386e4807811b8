import { z } from 'zod';

import { field } from '../../fields/field';

/** An address of a page. */
export const address = z.string().url('is not an address. It starts with https://');

export const links = field({
	displayName: 'Links',
	name: 'links',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Link',
	default: {},
	description: 'Pages that PagerDuty shows beside the event: a dashboard, a runbook, a pull request',
	options: [
		{
			displayName: 'Link',
			name: 'link',
			values: [
				field({
					displayName: 'Address',
					name: 'href',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. https://wiki.example.com/runbooks/disk',
					check: address,
				}),
				field({
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. Runbook',
					description: 'What is shown in place of the address',
				}),
			],
		},
	],
});

export const images = field({
	displayName: 'Images',
	name: 'images',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Image',
	default: {},
	description: 'Images that PagerDuty shows beside the event, such as a chart',
	options: [
		{
			displayName: 'Image',
			name: 'image',
			values: [
				field({
					displayName: 'Image Address',
					name: 'src',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. https://charts.example.com/disk.png',
					description: 'Where the image lies. PagerDuty shows it over https:// only.',
					check: address.startsWith('https://', 'must start with https://'),
				}),
				field({
					displayName: 'Link',
					name: 'href',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://charts.example.com/disk',
					description: 'Address that a click on the image opens',
					check: address,
				}),
				field({
					displayName: 'Alternative Text',
					name: 'alt',
					type: 'string',
					default: '',
					placeholder: 'e.g. Used space of the last hour',
					description: 'What is shown where the image cannot be',
				}),
			],
		},
	],
});
