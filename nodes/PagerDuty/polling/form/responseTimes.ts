import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../api/answer';
import { listOf } from '../../fields/list';
import { atLeastOne, oneOf, type Form } from './validate';

/** How long incidents may wait. Times are in minutes; 0 means no limit. */
export interface ResponseTime {
	readonly appliesTo: 'all' | 'urgency' | 'priority';
	readonly urgency: string;
	readonly priorityIds: string[];
	readonly acknowledgeWithin: number;
	readonly resolveWithin: number;
}

export const responseTimeFields: INodeProperties = {
	displayName: 'Response Times',
	name: 'responseTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, minRequiredFields: 1 },
	placeholder: 'Add Response Time',
	displayOptions: { show: { source: ['slaBreach'] } },
	default: {},
	description:
		'How long incidents may wait. The first response time that matches an incident applies. A reopened incident starts over.',
	options: [
		{
			displayName: 'Response Time',
			name: 'rules',
			values: [
				{
					displayName: 'Applies To',
					name: 'appliesTo',
					type: 'options',
					options: [
						{ name: 'All Incidents', value: 'all' },
						{ name: 'Incidents by Priority', value: 'priority' },
						{ name: 'Incidents by Urgency', value: 'urgency' },
					],
					default: 'urgency',
					description:
						'Which incidents this response time is for. Their urgency and priority are those at the time n8n checks.',
				},
				{
					displayName: 'Incident Priority Names or IDs',
					name: 'priorityIds',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'loadPriorities' },
					required: true,
					displayOptions: { show: { appliesTo: ['priority'] } },
					default: [],
					description:
						'Incidents with these priorities. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Incident Urgency',
					name: 'urgency',
					type: 'options',
					displayOptions: { show: { appliesTo: ['urgency'] } },
					options: [
						{ name: 'High', value: 'high' },
						{ name: 'Low', value: 'low' },
					],
					default: 'high',
					description: 'Incidents with this urgency',
				},
				{
					displayName: 'Minutes to Acknowledge',
					name: 'acknowledgeWithin',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 15,
					description: 'How many minutes may pass until someone acknowledges the incident. 0 means no limit.',
				},
				{
					displayName: 'Minutes to Resolve',
					name: 'resolveWithin',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'How many minutes may pass until the incident is resolved. 0 means no limit.',
				},
			],
		},
	],
};

const minutes = z.coerce.number().min(0);
const shape = z.array(
	z.object({
		appliesTo: z.unknown().default('urgency'),
		urgency: z.unknown().default('high'),
		priorityIds: z.unknown().transform(listOf),
		acknowledgeWithin: minutes.default(15),
		resolveWithin: minutes.default(0),
	}),
);

/** @throws NodeOperationError when there is none, one is not a number of minutes, or one cannot apply to any incident */
export function responseTimesOf(form: Form): ResponseTime[] {
	const given: unknown = form.getNodeParameter('responseTimes', {});
	const rules = shape.safeParse((isObject(given) ? given.rules : undefined) ?? []);
	if (!rules.success) {
		throw new NodeOperationError(form.getNode(), 'A response time is not a number of minutes', {
			description:
				'Enter whole minutes, or 0 for no limit. If the field contains an expression, check its result.',
		});
	}
	if (!rules.data.some(({ acknowledgeWithin, resolveWithin }) => acknowledgeWithin + resolveWithin > 0)) {
		throw new NodeOperationError(form.getNode(), 'No response time is set', {
			description: 'Add at least one under "Response Times", with minutes to acknowledge or to resolve.',
		});
	}
	return rules.data.map((rule) => {
		const appliesTo = oneOf(form, 'Applies To', rule.appliesTo, ['all', 'priority', 'urgency']);
		if (appliesTo === 'priority') atLeastOne(form, 'priority', rule.priorityIds);
		const urgency = oneOf(form, 'Incident Urgency', rule.urgency, ['high', 'low']);
		return { ...rule, appliesTo, urgency };
	});
}

/** The first response time that applies to an incident. */
export const responseTimeFor = (
	rules: readonly ResponseTime[],
	incident: IDataObject,
): ResponseTime | undefined =>
	rules.find((rule) => {
		if (rule.appliesTo === 'urgency') return incident.urgency === rule.urgency;
		if (rule.appliesTo === 'all') return true;
		const { id, summary, name } = isObject(incident.priority) ? incident.priority : {};
		return [id, summary, name].some((known) => typeof known === 'string' && rule.priorityIds.includes(known));
	});
