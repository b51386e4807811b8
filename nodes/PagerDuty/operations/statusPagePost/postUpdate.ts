import type { IDataObject } from 'n8n-workflow';

import { field } from '../../fields/field';
import { impactedServiceId, impactId, severityId, statusId } from '../../fields/objects/statusPage';
import { partOf } from './fields';

const message = field({
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. We are looking into it',
	description: 'What customers are to read. PagerDuty shows simple HTML, such as bold text and links.',
});

const impactedServices = field({
	displayName: 'Impacted Services',
	name: 'impactedServices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Service',
	default: {},
	description: 'The services that it is about, and what it means for them',
	options: [{ displayName: 'Service', name: 'service', values: [impactedServiceId, impactId] }],
});

const notifySubscribers = field({
	displayName: 'Notify Subscribers',
	name: 'notifySubscribers',
	type: 'boolean',
	default: false,
	description: 'Whether to write to everybody who has subscribed to the status page',
});

/** What an update of a post must say. */
export const updateContent = [statusId, severityId, message, impactedServices, notifySubscribers] as const;

export const reportedAt = field({
	displayName: 'Reported At',
	name: 'reportedAt',
	type: 'dateTime',
	default: '',
	description: 'The time that the status page shows. Without it, the time at which the update arrives.',
});

export const updateFrequency = field({
	displayName: 'Next Update in Minutes',
	name: 'updateFrequency',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30,
	description: 'When customers can expect the next update',
});

interface Given {
	readonly statusId: string;
	readonly severityId: string;
	readonly message: string;
	readonly impactedServices?: ReadonlyArray<{ readonly serviceId: string; readonly impactId: string }>;
	readonly notifySubscribers: boolean;
	readonly reportedAt?: string;
	readonly updateFrequency?: number;
}

/** An update as PagerDuty's request bodies want it. */
export const updateBody = ({
	statusId,
	severityId,
	message,
	impactedServices = [],
	...given
}: Given): IDataObject => ({
	type: 'status_page_post_update',
	message,
	status: partOf('status', statusId),
	severity: partOf('severity', severityId),
	impacted_services: impactedServices.map(({ serviceId, impactId }) => ({
		service: partOf('service', serviceId),
		impact: partOf('impact', impactId),
	})),
	notify_subscribers: given.notifySubscribers,
	update_frequency_ms: given.updateFrequency === undefined ? null : given.updateFrequency * 60_000,
	...(given.reportedAt === undefined ? {} : { reported_at: given.reportedAt }),
});
