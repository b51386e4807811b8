import type { INodeProperties } from 'n8n-workflow';

import { field, formOf } from '../fields/field';
import { multiSelect } from '../fields/multiSelect';
import { urgency } from '../fields/urgency';

/** Filters by objects that are picked from a list. */
export const pickedFilters = [
	multiSelect({
		name: 'assigneeIds',
		noun: 'Assignee',
		description: 'Only incidents that are assigned to one of these users',
		load: 'loadUsers',
	}),
	multiSelect({
		name: 'escalationPolicyIds',
		noun: 'Escalation Policy',
		description: 'Only incidents with one of these escalation policies',
		load: 'loadEscalationPolicies',
	}),
	multiSelect({
		name: 'incidentTypes',
		noun: 'Incident Type',
		description: 'Only incidents of one of these types',
		load: 'loadIncidentTypes',
	}),
	multiSelect({
		name: 'priorityIds',
		noun: 'Priority',
		description: 'Only incidents with one of these priorities',
		load: 'loadPriorities',
	}),
	multiSelect({
		name: 'serviceIds',
		noun: 'Service',
		description: 'Only incidents of one of these services',
		load: 'loadServices',
	}),
	multiSelect({
		name: 'teamIds',
		noun: 'Team',
		description: 'Only incidents of one of these teams',
		load: 'loadTeams',
	}),
].map(formOf);

const examples: Readonly<Record<string, string>> = {
	assigneeIds: 'Jane Doe, PABC123',
	escalationPolicyIds: 'Checkout On-Call, PABC123',
	incidentTypes: 'Security Incident, PABC123',
	priorityIds: 'P1, P2',
	serviceIds: 'Checkout, PABC123',
	teamIds: 'Storefront, PABC123',
};

/** The same filters where there is no credential to load a list with: IDs and names are typed. */
export const typedFilters: INodeProperties[] = pickedFilters.map(({ displayName, name, description }) => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${examples[name]}`,
	description: `${String(description).replace(/\. Choose.*$/, '')}. Separate several with commas.`,
}));

const expressionHint =
	'Upper and lower case are alike. Look-arounds and references back to a group are not supported.';

/** Filters by the texts and values of an incident. */
export const valueFilters: INodeProperties[] = [
	field({
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Custom Field',
		default: {},
		description: 'Only incidents whose custom fields have these values, all of them',
		options: [
			{
				displayName: 'Custom Field',
				name: 'fields',
				values: [
					{
						displayName: 'Field Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. region',
						description: 'The name, display name or ID of the custom field',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. eu-west-1',
						description: 'The value that the field must have. Upper and lower case are alike.',
					},
				],
			},
		],
	}),
	field({
		displayName: 'Note Contains',
		name: 'noteContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. customer impact',
		description:
			'Only notes that contain this text. Upper and lower case are alike. Events that are not about a note always pass this filter.',
	}),
	field({
		displayName: 'Note Matches',
		name: 'noteMatches',
		type: 'string',
		default: '',
		placeholder: 'e.g. ^#(rca|cause)\\b',
		description: `Only notes that match this regular expression. ${expressionHint} Do not write it between slashes. Events that are not about a note always pass this filter.`,
	}),
	field({
		displayName: 'Title Contains',
		name: 'titleContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. checkout',
		description: 'Only incidents whose title contains this text. Upper and lower case are alike.',
	}),
	field({
		displayName: 'Title Matches',
		name: 'titleMatches',
		type: 'string',
		default: '',
		placeholder: 'e.g. ^(db|api)-\\d+',
		description: `Only incidents whose title matches this regular expression. ${expressionHint} Do not write it between slashes.`,
	}),
	{ ...urgency, description: 'Only incidents with this urgency' },
];

/** A collection of filters, in the order that n8n wants. @param description says what an incident that matches does */
export const filterCollection = (fields: INodeProperties[], description: string): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description,
	options: fields.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
});
