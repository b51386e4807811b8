import { filters } from '../../../fields/collection';
import { field } from '../../../fields/field';
import { excludeIncidentId } from '../../../fields/objects/incident';
import { serviceIds } from '../../../fields/objects/service';
import { teamIds } from '../../../fields/objects/team';
import { backwards, range, since, until } from '../../../fields/time';
import { userIds } from '../../../fields/objects/user';
import { urgencies } from '../../../fields/urgency';
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

const others = [
	{ ...key, description: 'Only incidents that were created with this key' },
	serviceIds,
	since,
	statuses,
	teamIds,
	until,
	urgencies,
	userIds,
] as const;

const withoutDates = 'Without Since, Until or All Time, those that were created in the last month.';

/** Which incidents to list. */
export const filtersOfIncidents = {
	...filters(allTime, excludeIncidentId, ...others),
	description: `Which incidents to list. ${withoutDates}`,
};

/** Which incidents to count. PagerDuty counts, and cannot leave one out. */
export const filtersOfCount = {
	...filters(
		{ ...allTime, description: 'Whether to count incidents of any age instead of the last month' },
		...others,
	),
	description: `Which incidents to count. ${withoutDates}`,
};

/** When the incidents were created; `allTime` takes no bounds beside it. */
interface Created {
	readonly allTime?: boolean;
	readonly since?: string;
	readonly until?: string;
}

/** {@link Created} as PagerDuty's query has it. */
export const createdQuery = ({ allTime, since, until }: Created) => ({
	...range({ since, until }),
	dateRange: allTime ? 'all' : undefined,
});

/** Finds bounds that PagerDuty would ignore, or that leave no time between them. */
export const createdNever = ({ allTime, since, until }: Created) =>
	allTime && (since ?? until) !== undefined
		? { field: 'allTime', message: 'cannot be combined with Since or Until' }
		: backwards({ since, until });
