import { wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { additionalFields, options } from '../../fields/collection';
import { customDetails, customDetailsJson, detailsOf } from '../../fields/customDetails';
import { ifTooLong } from '../../fields/ifTooLong';
import { images, links } from './attachments';
import { source, summary, timestamp } from './payload';
import { event } from './resource';
import { dryRun, send } from './send';

const changeSummary = {
	...summary,
	placeholder: 'e.g. Deployed checkout 2.41',
	description: 'What was changed, in one line',
	limit: { max: 1024 },
} as const;

/** operationId createChangeEvent · It pages nobody. It has no key, and PagerDuty asks to send it again where it failed. */
export const sendChange = defineOperation({
	of: event,
	option: {
		name: 'Send Change',
		value: 'sendChange',
		action: 'Send a change event',
		description:
			'Report a change, such as a deployment, which PagerDuty shows beside the incidents of the service. It pages nobody.',
	},
	fields: [
		changeSummary,
		additionalFields(customDetails, customDetailsJson, images, links, source, timestamp),
		options(dryRun, ifTooLong),
	],
	repeat: { safe: true, because: 'A change that is reported twice is shown twice, and pages nobody' },
	run: async (api, given, { uncut }) => {
		const { summary, source, timestamp, images, links, dryRun } = given;
		const customDetails = detailsOf(given, { 'Full summary': uncut.summary });
		const payload = wire({ summary, source, timestamp, customDetails });
		return await send(api, 'change', wire({ payload, images, links }), dryRun);
	},
});
