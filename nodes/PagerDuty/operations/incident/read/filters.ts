import { filters } from '../../../fields/collection';
import { field } from '../../../fields/field';
import { excludeIncidentId } from '../../../fields/objects/incident';
import { serviceIds } from '../../../fields/objects/service';
import { teamIds } from '../../../fields/objects/team';
import { since, until } from '../../../fields/time';
import { userIds } from '../../../fields/objects/user';
import { incidentKey } from '../create/incidentKey';

const allTime = field({
	displayName: 'All Time',
	name: 'allTime',
	type: 'boolean',
	default: true,
	description: 'Whether to list incidents of any age instead of the last month',
});

const { placeholder: _, ...key } = incidentKey;

const statuses = field({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Acknowledged', value: 'acknowledged' },
		{ name: 'Resolved', value: 'resolved' },
		{ name: 'Triggered', value: 'triggered' },
	],
	default: ['triggered', 'acknowledged'],
	description: 'Only incidents in one of these states',
});

const urgencies = field({
	displayName: 'Urgencies',
	name: 'urgencies',
	type: 'multiOptions',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
	default: ['high'],
	description: 'Only incidents of these urgencies',
});

/** Which incidents to list. */
export const filtersOfIncidents = {
	...filters(
		allTime,
		excludeIncidentId,
		{ ...key, description: 'Only incidents that were created with this key' },
		serviceIds,
		since,
		statuses,
		teamIds,
		until,
		urgencies,
		userIds,
	),
	description:
		'Which incidents to list. Without Since, Until or All Time, those that were created in the last month.',
};
