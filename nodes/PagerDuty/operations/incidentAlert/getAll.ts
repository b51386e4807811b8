import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { include } from '../../fields/include';
import { incidentId } from '../../fields/objects/incident';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { incidentAlert } from './resource';

const alertKey = field({
	displayName: 'Alert Key',
	name: 'alertKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. db-7/disk',
	description: 'Only the alerts with this dedup key',
});

const statuses = field({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Resolved', value: 'resolved' },
		{ name: 'Triggered', value: 'triggered' },
	],
	default: ['triggered'],
	description: 'Only alerts in one of these states',
});

const includeOfAlert = include(
	{
		name: 'First Trigger Log Entries',
		value: 'first_trigger_log_entries',
		fills: ['first_trigger_log_entry'],
	},
	{ name: 'Incidents', value: 'incidents', fills: ['incident'] },
	{ name: 'Services', value: 'services', fills: ['service'] },
);

const sortBy = field({
	displayName: 'Sort By',
	name: 'sortBy',
	type: 'options',
	options: [
		{ name: 'Created, Newest First', value: 'created_at:desc' },
		{ name: 'Created, Oldest First', value: 'created_at:asc' },
		{ name: 'Resolved, Newest First', value: 'resolved_at:desc' },
		{ name: 'Resolved, Oldest First', value: 'resolved_at:asc' },
	],
	default: 'created_at:desc',
	description: 'The order of the alerts',
});

/** operationId listIncidentAlerts · an incident has 1,000 alerts at most. */
export const getAll = defineOperation({
	of: incidentAlert,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident alerts',
		description: 'List the alerts of an incident',
	},
	fields: [
		incidentId,
		...listed,
		filters(alertKey, statuses),
		options(includeOfAlert, parallelRequests, sortBy),
	],
	request: ({ incidentId, ...query }) => get(path`/incidents/${incidentId}/alerts`, query),
});
