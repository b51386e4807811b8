import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options } from '../../fields/collection';
import { dedupKey } from './dedupKey';
import { event } from './resource';
import { dryRun, send } from './send';

/** operationId createV2Event · PagerDuty accepts a key that no open alert has as well, and does nothing. */
export const acknowledge = defineOperation({
	of: event,
	option: {
		name: 'Acknowledge',
		value: 'acknowledge',
		action: 'Acknowledge an alert',
		description: 'Say that somebody works on an alert, which stops its escalation',
	},
	fields: [dedupKey, options(dryRun)],
	repeat: setAgain,
	run: async (api, { dedupKey, dryRun }) =>
		await send(api, 'alert', { event_action: 'acknowledge', dedup_key: dedupKey }, dryRun),
});
