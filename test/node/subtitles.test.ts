import '../support/engineEnvironment';

import { Workflow, type INode, type INodeParameters, type INodeType } from 'n8n-workflow';

import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';
import { PagerDutyPollingTrigger } from '../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';
import { resources } from '../../nodes/PagerDuty/operations';
import { eventTypes } from '../../nodes/PagerDuty/webhook/form/events';

/** What stands under a node on the canvas, as n8n's editor works it out. */
function subtitle(type: INodeType, parameters: INodeParameters): string {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: type.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const find = () => type;
	const nodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return String(expression.getSimpleParameterValue(node, type.description.subtitle, 'internal', {}));
}

/** The label of an option of a field. */
const labels = ({ description }: INodeType, field: string) =>
	(description.properties.find(({ name }) => name === field)?.options ?? []).map((option) => ({
		name: option.name,
		value: 'value' in option ? option.value : undefined,
	}));

/** A subtitle is made of the values: it knows no hyphens, and some of them are other words than their labels. */
const plain = (text: string) =>
	text
		.toLowerCase()
		.replace('get me:', 'get current:')
		.replace('on-call', 'on call')
		.replace('several services', 'services')
		.replace('status update template', 'status template');

describe('the subtitle of a node', () => {
	const operations = resources.flatMap(({ option: resource, operations: all }) =>
		all.map(({ option: operation }) => ({
			resource,
			operation,
			label: `${operation.name}: ${resource.name}`,
		})),
	);

	it.each(operations)('of PagerDuty reads $label', ({ resource, operation, label }) => {
		const parameters = { resource: resource.value, operation: operation.value };
		expect(plain(subtitle(new PagerDuty(), parameters))).toBe(plain(label));
	});

	it.each(labels(new PagerDutyPollingTrigger(), 'source'))(
		'of PagerDuty Polling Trigger reads $name',
		({ name, value }) => {
			expect(subtitle(new PagerDutyPollingTrigger(), { source: value as string })).toBe(name);
		},
	);

	it.each(eventTypes)('of PagerDuty Trigger reads as the event does: $name', ({ name, value }) => {
		const words = name.replace('Incident Update: ', 'Incident ');
		expect(subtitle(new PagerDutyTrigger(), { events: [String(value)] })).toBe(words);
	});

	it('of PagerDuty Trigger names all events, also when an expression gives one', () => {
		const both = ['incident.triggered', 'incident.resolved'];
		expect(subtitle(new PagerDutyTrigger(), { events: both })).toBe('Incident Triggered, Incident Resolved');
		expect(subtitle(new PagerDutyTrigger(), { events: 'incident.triggered' })).toBe('Incident Triggered');
	});
});
