import type { Path } from '../../api/path';
import { post, wire } from '../../api/request';
import type { InputOf } from '../../engine/input/inputOf';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { escalationPolicyIds } from '../../fields/objects/escalationPolicy';
import { priorityIds } from '../../fields/objects/priority';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { parallelRequests } from '../../fields/parallelRequests';
import { timeZone } from '../../fields/time';
import { urgency } from '../../fields/urgency';
import {
	aggregateUnit,
	backwardsBetween,
	listedWhole,
	createdAtEnd,
	createdAtStart,
	major,
	order,
	orderBy,
} from './fields';
import { scopes } from './resource';

const atLeast = <const Name extends string>(name: Name, displayName: string, description: string) =>
	field({ displayName, name, type: 'number', typeOptions: { minValue: 0 }, default: 1, description });

const pdAdvanceUsed = field({
	displayName: 'PagerDuty Advance Used',
	name: 'pdAdvanceUsed',
	type: 'boolean',
	default: true,
	description:
		'Whether to have incidents only for which PagerDuty Advance was used. Turned off, it is all but those.',
});

/** The form of all figures over incidents. */
const fields = [
	...listedWhole,
	filters(
		escalationPolicyIds,
		major,
		atLeast('minAcknowledgements', 'Min. Acknowledgements', 'Only incidents acknowledged at least so often'),
		atLeast(
			'minManualEscalations',
			'Min. Manual Escalations',
			'Only incidents that people escalated at least so often',
		),
		atLeast(
			'minTimeoutEscalations',
			'Min. Timeout Escalations',
			'Only incidents escalated at least so often because nobody reacted',
		),
		pdAdvanceUsed,
		priorityIds,
		serviceIds,
		createdAtStart,
		teamIds,
		createdAtEnd,
		urgency,
	),
	options(aggregateUnit, order, orderBy, parallelRequests, timeZone),
];

type Given = InputOf<typeof fields>;

/** What all operations for figures over incidents have in common. */
export const incidentMetrics = (path: Path) => ({
	fields,
	scopes,
	effect: 'read' as const,
	conflict: backwardsBetween('createdAtStart', 'createdAtEnd'),
	request: ({ aggregateUnit, order, orderBy, timeZone, minAcknowledgements, ...more }: Given) =>
		post(path, {
			// PagerDuty misspells this name.
			filters: { ...wire(more), ...wire({ min_ackowledgements: minAcknowledgements }) },
			...wire({ aggregateUnit, order, orderBy, timeZone }),
		}),
	answer: { paging: 'none' as const },
});
