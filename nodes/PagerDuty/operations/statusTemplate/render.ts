import { path } from '../../api/path';
import { post, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { additionalFields, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { jsonObject } from '../../fields/jsonObject';
import { incidentId } from '../../fields/objects/incident';
import { templateId } from '../../fields/objects/statusTemplate';
import { parallelRequests } from '../../fields/parallelRequests';
import { statusTemplate } from './resource';

const message = field({
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'What the status update is to say where the template has a place for it',
});

const external = field({
	displayName: 'External Values (JSON)',
	name: 'external',
	type: 'json',
	default: '{}',
	description: 'Values of your own, as a JSON object, for templates that name them',
	check: jsonObject,
});

/** operationId renderTemplate · A POST that reads: PagerDuty sends nothing to anybody. */
export const render = defineOperation({
	of: statusTemplate,
	option: {
		name: 'Render',
		value: 'render',
		action: 'Render a status update template',
		description: 'Fill a template in with an incident and return the texts. Nothing is sent.',
	},
	fields: [templateId, incidentId, additionalFields(external, message), options(parallelRequests)],
	scopes: ['templates.read'],
	effect: 'read',
	request: ({ templateId, incidentId, message, external }) =>
		post(
			path`/templates/${templateId}/render`,
			wire({
				incidentId,
				statusUpdate: message === undefined ? undefined : { message },
				external,
			}),
		),
	answer: { whole: 'templated_fields' },
});
