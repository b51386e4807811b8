import type { ResponseTime } from '../../fields/responseTimes';

/** What a row of the form says; expressions and agents leave fields out, and hidden ones are not read. */
type Row = { readonly [Name in keyof ResponseTime]?: ResponseTime[Name] };

/** The response times of a form, complete. */
export const rulesOf = (rows: readonly Row[] = []): ResponseTime[] =>
	rows.map(
		({
			appliesTo = 'urgency',
			urgency = 'high',
			priorityIds = [],
			acknowledgeWithin = 0,
			resolveWithin = 0,
		}) => ({
			appliesTo,
			urgency,
			priorityIds,
			acknowledgeWithin,
			resolveWithin,
		}),
	);
