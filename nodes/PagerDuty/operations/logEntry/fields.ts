import { filters } from '../../fields/collection';
import { field } from '../../fields/field';
import { incidentId } from '../../fields/objects/incident';
import { teamIds } from '../../fields/objects/team';
import { until } from '../../fields/time';

/** Whose log is listed. */
export const scope = field({
	displayName: 'Scope',
	name: 'scope',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Account',
			value: 'account',
			description: 'What happened to all incidents, however old they are',
		},
		{ name: 'Incident', value: 'incident', description: 'What happened to one incident' },
	],
	default: 'account',
	description: 'Whose log to read',
});

export const incidentOfScope = { ...incidentId, displayOptions: { show: { scope: ['incident'] } } };

export const filtersOfLog = filters(
	field({
		displayName: 'Overview Only',
		name: 'isOverview',
		type: 'boolean',
		default: true,
		description: 'Whether to list only the most important changes of an incident',
	}),
	field({
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'Only what happened at this time or later, also to incidents that are older',
	}),
	// PagerDuty knows no teams in the log of one incident.
	{ ...teamIds, displayOptions: { show: { '/scope': ['account'] } } },
	{ ...until, description: 'Only what happened before this time' },
);
