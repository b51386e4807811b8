import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../api/answer';
import { allRows } from '../../api/pages';
import { path } from '../../api/path';
import { get, post, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { additionalFields, options } from '../../fields/collection';
import { field, required } from '../../fields/field';
import { fromEmail } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import {
	description,
	endsBeforeItStarts,
	endTime,
	referencesTo,
	startTime,
	windowServiceIds,
} from './fields';
import { maintenanceWindow } from './resource';

const start = required({
	...startTime,
	description:
		'When the services stop opening incidents. To begin at once, use the expression {{ $now }}: PagerDuty takes a time in the past for now.',
});

const ends = field({
	displayName: 'Ends',
	name: 'ends',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'After a Duration', value: 'after' },
		{ name: 'At a Time', value: 'at' },
	],
	default: 'after',
	description: 'How the end of the maintenance window is said',
});

const duration = {
	...field({
		displayName: 'Duration in Minutes',
		name: 'durationMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		required: true,
		default: 60,
		description: 'How long the services open no incidents',
	}),
	displayOptions: { show: { ends: ['after'] } },
};

const end = { ...required(endTime), displayOptions: { show: { ends: ['at'] } } };

interface Times {
	readonly startTime: string;
	readonly endTime?: string;
	readonly durationMinutes?: number;
}

const endOf = ({ startTime, endTime, durationMinutes = 0 }: Times) =>
	endTime ?? new Date(Date.parse(startTime) + durationMinutes * 60_000).toISOString();

/** operationId createMaintenanceWindow */
export const create = defineOperation({
	of: maintenanceWindow,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a maintenance window',
		description: 'Keep services from opening incidents for a time, such as during a deployment',
	},
	fields: [
		required(windowServiceIds),
		start,
		ends,
		duration,
		end,
		simplify,
		additionalFields(description),
		options(fromEmail),
	],
	conflict: endsBeforeItStarts,
	repeat: {
		safe: true,
		because: 'A window of the same services with the same times and description is looked up first',
		lookUp: async (api, { serviceIds, description = '', ...times }, { isClaimed }) => {
			const request = get(path`/maintenance_windows`, { serviceIds: serviceIds.slice(0, 1), filter: 'open' });
			const windows = await allRows(api, request, 'maintenance_windows');
			return windows.find(
				(window) =>
					!isClaimed(window.id) &&
					String(window.description ?? '') === description &&
					// PagerDuty sets a start in the past to now.
					timeOf(window.start_time) >= seconds(times.startTime) &&
					timeOf(window.end_time) === seconds(endOf(times)) &&
					sameServices(window, serviceIds),
			);
		},
	},
	request: ({ serviceIds, description, ...times }) =>
		post(path`/maintenance_windows`, {
			maintenance_window: {
				type: 'maintenance_window',
				...wire({ startTime: times.startTime, endTime: endOf(times), description }),
				services: referencesTo(serviceIds),
			},
		}),
});

/** PagerDuty keeps whole seconds. */
const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
const timeOf = (time: unknown) => seconds(String(time));

const sameServices = (window: IDataObject, ids: readonly string[]) =>
	JSON.stringify(
		rowsOf(window, 'services')
			.map(({ id }) => String(id))
			.sort(),
	) === JSON.stringify([...ids].sort());
