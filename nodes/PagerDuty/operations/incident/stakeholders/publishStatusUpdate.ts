import { path } from '../../../api/path';
import { post, wire } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { notAgain } from '../../../engine/write/repeat';
import { additionalFields, options } from '../../../fields/collection';
import { field, required } from '../../../fields/field';
import { incidentId } from '../../../fields/objects/incident';
import { fromEmail } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { incident } from '../resource';

const message = required(
	field({
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Mails are delivered again; the last ones arrive within the hour',
		description: 'What stakeholders get to read',
	}),
);

const subject = field({
	displayName: 'Email Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Mail: delivered again',
	description: 'Subject of the email that subscribers get. Needs an Email HTML.',
});

const htmlMessage = field({
	displayName: 'Email HTML',
	name: 'htmlMessage',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. <p>Mails are delivered again</p>',
	description: 'Text of the email that subscribers get, in HTML. Needs an Email Subject.',
});

/** operationId createIncidentStatusUpdate · subscribers of the incident are notified. */
export const publishStatusUpdate = defineOperation({
	of: incident,
	option: {
		name: 'Publish Status Update',
		value: 'publishStatusUpdate',
		action: 'Publish a status update of an incident',
		description: 'Tell stakeholders who subscribed to an incident how it is going',
	},
	fields: [incidentId, message, additionalFields(htmlMessage, subject), simplify, options(fromEmail)],
	answer: { one: 'status_update' },
	simple: ['id', 'message', 'created_at', 'sender', 'subject', 'html_message'],
	conflict: ({ subject, htmlMessage }) => {
		if ((subject === undefined) === (htmlMessage === undefined)) return undefined;
		return subject === undefined
			? { field: 'htmlMessage', message: 'needs an "Email Subject" as well' }
			: { field: 'subject', message: 'needs an "Email HTML" as well' };
	},
	repeat: notAgain('PagerDuty lists no status updates, so one that was published cannot be found'),
	request: ({ incidentId, ...update }) => post(path`/incidents/${incidentId}/status_updates`, wire(update)),
});
