import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options } from '../../fields/collection';
import { dedupKey } from './dedupKey';
import { event } from './resource';
import { dryRun, send } from './send';

/** operationId createV2Event · PagerDuty accepts a key that no open alert has as well, and does nothing. */
export const resolve = defineOperation({
	of: event,
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve an alert',
		description: 'Say that a problem is over, which closes its alert',
	},
	fields: [dedupKey, options(dryRun)],
	repeat: setAgain,
	run: async (api, { dedupKey, dryRun }) =>
		await send(api, 'alert', { event_action: 'resolve', dedup_key: dedupKey }, dryRun),
});
