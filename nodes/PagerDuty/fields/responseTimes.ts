import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { field } from './field';

/** How long incidents may wait. Times are in minutes; 0 means no limit. */
export interface ResponseTime {
	readonly appliesTo: 'all' | 'urgency' | 'priority';
	readonly urgency: string;
	readonly priorityIds: readonly string[];
	readonly acknowledgeWithin: number;
	readonly resolveWithin: number;
}

/** How long incidents may wait, by urgency or priority: one row each. */
export const responseTimes = field({
	displayName: 'Response Times',
	name: 'responseTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Response Time',
	default: {},
	description:
		'How long incidents may wait. The first response time that matches an incident applies. A reopened incident starts over.',
	options: [
		{
			displayName: 'Response Time',
			name: 'rules',
			values: [
				field({
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
				}),
				field({
					displayName: 'Incident Priority Names or IDs',
					name: 'priorityIds',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'loadPriorities' },
					required: true,
					displayOptions: { show: { appliesTo: ['priority'] } },
					default: [],
					description:
						'Incidents with these priorities. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				}),
				field({
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
				}),
				field({
					displayName: 'Minutes to Acknowledge',
					name: 'acknowledgeWithin',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 15,
					description: 'How many minutes may pass until someone acknowledges the incident. 0 means no limit.',
				}),
				field({
					displayName: 'Minutes to Resolve',
					name: 'resolveWithin',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'How many minutes may pass until the incident is resolved. 0 means no limit.',
				}),
			],
		},
	],
});

/** Whether an incident has one of these priorities, by their IDs or names. */
export function hasPriority({ priority }: IDataObject, wanted: readonly string[]): boolean {
	const { id, summary, name } = isObject(priority) ? priority : {};
	return [id, summary, name].some((known) => typeof known === 'string' && wanted.includes(known));
}

/** The first response time that applies to an incident. */
export const responseTimeFor = (
	rules: readonly ResponseTime[],
	incident: IDataObject,
): ResponseTime | undefined =>
	rules.find(({ appliesTo, urgency, priorityIds }) => {
		if (appliesTo === 'urgency') return incident.urgency === urgency;
		return appliesTo === 'all' || hasPriority(incident, priorityIds);
	});
