import type { IDataObject } from 'n8n-workflow';

import { field } from './field';
import { jsonObject } from './jsonObject';

export const customDetailsJson = field({
	displayName: 'Custom Details (JSON)',
	name: 'customDetailsJson',
	type: 'json',
	default: '{}',
	description: 'More about the problem, as a JSON object. Rows of Custom Details are added to it.',
	check: jsonObject,
});

export const customDetails = field({
	displayName: 'Custom Details',
	name: 'customDetails',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Detail',
	default: {},
	description: 'More about the problem, by names of your own: PagerDuty shows them as a table',
	options: [
		{
			displayName: 'Detail',
			name: 'detail',
			values: [
				field({
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Free space',
				}),
				field({
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1 %',
					objectsAsText: true,
				}),
			],
		},
	],
});

interface Detailed {
	readonly customDetailsJson?: IDataObject;
	readonly customDetails?: ReadonlyArray<{ readonly name: string; readonly value?: string }>;
}

/**
 * `custom_details` of an event; undefined where there are none.
 *
 * @param more what is to stand there besides, as far as it is defined
 */
export function detailsOf(
	{ customDetailsJson: json, customDetails: rows = [] }: Detailed,
	more: IDataObject = {},
): IDataObject | undefined {
	const details: IDataObject = {
		...json,
		...Object.fromEntries(rows.map(({ name, value = '' }) => [name, value])),
		...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
	};
	return Object.keys(details).length > 0 ? details : undefined;
}
