import { path } from '../../api/path';
import { del } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { endedAgain } from '../../engine/write/repeat';
import { scheduleId } from '../../fields/objects/schedule';
import { scheduleOverrideId } from '../../fields/objects/scheduleOverride';
import { scheduleOverride } from './resource';

/** operationId deleteScheduleOverride · one that has begun ends now, one that is over stays. */
export const deleteOverride = defineOperation({
	of: scheduleOverride,
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a schedule override',
		description: 'Take an override back; one that has begun ends now',
	},
	fields: [scheduleId, scheduleOverrideId],
	answer: { done: { deleted: true } },
	repeat: endedAgain,
	request: ({ scheduleId, overrideId }) => del(path`/schedules/${scheduleId}/overrides/${overrideId}`),
});
