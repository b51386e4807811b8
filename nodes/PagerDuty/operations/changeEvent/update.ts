import { path } from '../../api/path';
import { put, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options, updateFields } from '../../fields/collection';
import { customDetails, customDetailsJson, detailsOf } from '../../fields/customDetails';
import { field } from '../../fields/field';
import { ifTooLong } from '../../fields/ifTooLong';
import { changeEventId } from '../../fields/objects/changeEvent';
import { simplify } from '../../fields/simplify';
import { changeEvent } from './resource';

const summary = field({
	displayName: 'Summary',
	name: 'summary',
	type: 'string',
	default: '',
	description: 'What was changed, in one line',
	limit: { max: 1024 },
});

const newDetails = {
	...customDetails,
	description: 'What the change event is to say in place of the custom details that it has',
} as const;

/** operationId updateChangeEvent · PagerDuty changes nothing else about it. */
export const update = defineOperation({
	of: changeEvent,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a change event',
		description: 'Correct the summary or the custom details of a change event',
	},
	fields: [changeEventId, updateFields(newDetails, customDetailsJson, summary), simplify, options(ifTooLong)],
	conflict: ({ summary, customDetails, customDetailsJson }) =>
		(summary ?? customDetails ?? customDetailsJson) === undefined
			? { field: 'updateFields', message: 'name nothing to change. Add at least one field' }
			: undefined,
	repeat: setAgain,
	request: ({ changeEventId, summary, ...given }) =>
		put(path`/change_events/${changeEventId}`, {
			change_event: wire({ summary, customDetails: detailsOf(given) ?? given.customDetailsJson }),
		}),
});
