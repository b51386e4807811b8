import { wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { sameKeyAgain } from '../../engine/write/repeat';
import { additionalFields, options } from '../../fields/collection';
import { field, required } from '../../fields/field';
import { customDetails, customDetailsJson, detailsOf } from '../../fields/customDetails';
import { ifTooLong } from '../../fields/ifTooLong';
import { address, images, links } from './attachments';
import { countIn, customerQuotes, linesOf } from './customerQuotes';
import { keyOf, newDedupKey } from './dedupKey';
import { source, summary, timestamp } from './payload';
import { event } from './resource';
import { dryRun, send } from './send';
import { severity } from './severity';

const text = { type: 'string', default: '' } as const;

const component = field({
	displayName: 'Component',
	name: 'component',
	...text,
	placeholder: 'e.g. mysql',
	description: 'What of the source has the problem',
});
const group = field({
	displayName: 'Group',
	name: 'group',
	...text,
	placeholder: 'e.g. production',
	description: 'What the source belongs to',
});
const problemClass = field({
	displayName: 'Class',
	name: 'class',
	...text,
	placeholder: 'e.g. disk usage',
	description: 'The kind of problem',
});
const client = field({
	displayName: 'Client Name',
	name: 'client',
	...text,
	placeholder: 'e.g. Grafana',
	description: 'The system that noticed the problem',
});
const clientUrl = field({
	displayName: 'Client URL',
	name: 'clientUrl',
	...text,
	placeholder: 'e.g. https://grafana.example.com/d/db-1',
	description: 'Address at which that system shows the problem',
	check: address,
});

/**
 * operationId createV2Event · Without a key PagerDuty would make one up, and each repeat would page again. So every alert
 * gets one, which a repeat of the item has as well.
 */
export const trigger = defineOperation({
	of: event,
	option: {
		name: 'Trigger',
		value: 'trigger',
		action: 'Trigger an alert',
		description:
			'Report a problem with an integration key, which opens an alert and pages whoever is on call, or joins the open alert with the same key',
	},
	fields: [
		summary,
		required(source),
		severity,
		newDedupKey,
		additionalFields(
			problemClass,
			client,
			clientUrl,
			component,
			customDetails,
			customDetailsJson,
			customerQuotes,
			group,
			images,
			links,
			timestamp,
		),
		options(dryRun, ifTooLong),
	],
	repeat: sameKeyAgain,
	run: async (api, given, context) => {
		const { source, severity, timestamp, component, group, class: kind, client, clientUrl } = given;
		const payload = wire({
			summary: given.summary + countIn(given),
			source,
			severity,
			timestamp,
			component,
			group,
			class: kind,
			customDetails: detailsOf(given, {
				'Customer quotes': linesOf(given.customerQuotes),
				'Full summary': context.uncut.summary,
			}),
		});
		const { images, links, dryRun } = given;
		const event = wire({ dedupKey: keyOf(given, context), payload, client, clientUrl, images, links });
		return await send(api, 'alert', { event_action: 'trigger', ...event }, dryRun);
	},
});
