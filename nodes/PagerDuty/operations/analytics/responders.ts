import type { Path } from '../../api/path';
import { post, wire } from '../../api/request';
import type { InputOf } from '../../engine/input/inputOf';
import { filters, options } from '../../fields/collection';
import { priorityIds } from '../../fields/objects/priority';
import { teamIds } from '../../fields/objects/team';
import { parallelRequests } from '../../fields/parallelRequests';
import { since, timeZone, until } from '../../fields/time';
import { urgency } from '../../fields/urgency';
import { backwardsBetween, listedWhole, order, orderBy, responderIds } from './fields';
import { scopes } from './resource';

const fields = [
	...listedWhole,
	filters(
		priorityIds,
		responderIds,
		{ ...since, name: 'dateRangeStart', description: 'Only what happened at this time or later' } as const,
		teamIds,
		{ ...until, name: 'dateRangeEnd', description: 'Only what happened before this time' } as const,
		urgency,
	),
	options(order, orderBy, parallelRequests, timeZone),
];

/** What both operations for figures over responders have in common. */
export const responderMetrics = (path: Path) => ({
	fields,
	scopes,
	effect: 'read' as const,
	conflict: backwardsBetween('dateRangeStart', 'dateRangeEnd'),
	request: ({ order, orderBy, timeZone, ...more }: InputOf<typeof fields>) =>
		post(path, { filters: wire(more), ...wire({ order, orderBy, timeZone }) }),
	answer: { paging: 'none' as const },
});
