import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { field, required } from '../../../fields/field';
import { incidentId } from '../../../fields/objects/incident';
import { fromEmail } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { incident } from '../resource';
import { loggedSince } from './takenSince';

/** The units in seconds, as PagerDuty counts. */
const seconds = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;
/** PagerDuty snoozes no longer than a week. */
const longest = 7 * seconds.days;

const duration = required(
	field({
		displayName: 'Snooze For',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How long nobody is notified, in the unit below: 7 days at most',
	}),
);

const durationUnit = field({
	displayName: 'Unit',
	name: 'durationUnit',
	type: 'options',
	options: [
		{ name: 'Days', value: 'days' },
		{ name: 'Hours', value: 'hours' },
		{ name: 'Minutes', value: 'minutes' },
		{ name: 'Seconds', value: 'seconds' },
	],
	default: 'hours',
	description: 'What Snooze For counts',
});

interface Span {
	readonly duration: number;
	readonly durationUnit: keyof typeof seconds;
}

const secondsOf = ({ duration, durationUnit }: Span) => duration * seconds[durationUnit];

/** operationId createIncidentSnooze */
export const snooze = defineOperation({
	of: incident,
	option: {
		name: 'Snooze',
		value: 'snooze',
		action: 'Snooze an incident',
		description:
			'Silence an open incident for a while. If it is not resolved by then, it triggers again and notifies people.',
	},
	fields: [incidentId, duration, durationUnit, simplify, options(fromEmail)],
	simple: [...incident.simple, 'pending_actions'],
	conflict: (span) =>
		secondsOf(span) > longest
			? {
					field: 'duration',
					message: `must be at most ${longest / seconds[span.durationUnit]} ${span.durationUnit}`,
				}
			: undefined,
	repeat: {
		safe: true,
		because:
			'The log of the incident is read before it is snoozed again, so that it is not snoozed for longer than was said',
		lookUp: async (api, { incidentId }, { sentSince }) =>
			await loggedSince(api, incidentId, 'snooze_log_entry', sentSince),
	},
	request: ({ incidentId, ...span }) =>
		post(path`/incidents/${incidentId}/snooze`, { duration: secondsOf(span) }),
});
