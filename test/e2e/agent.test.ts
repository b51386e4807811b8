import { sandboxIntegrationKeys, sandboxKeys } from '../../sandbox';
import { startChatModel, type ChatModel, type ToolCall } from '../../sandbox/chatModel';
import type { CredentialIds } from '../support/n8n';
import type { WorkflowNode } from '../support/n8nTypes';
import { agentWorkflow, fromAi, openAi, pagerDutyTool } from './agentWorkflow';
import { after } from './askingStage';
import { itemsOf, openStage } from './stage';
import { byHand, locator } from './workflowParts';

jest.setTimeout(240_000);

/** An agent's tool, and what the model puts into it. */
interface Use {
	readonly tool: WorkflowNode;
	readonly args: Record<string, unknown>;
}

/** Twelve tools, called as models call tools: JSON in text, IDs in quotes, dates in ISO 8601, words of other systems. */
function uses(incidentId: string, serviceId: string): Use[] {
	const use = (
		name: string,
		[resource, operation]: readonly [string, string],
		parameters: Record<string, unknown>,
		args: Record<string, unknown>,
	): Use => ({ tool: pagerDutyTool(name, name, { resource, operation, ...parameters }), args });
	const incident = { incidentId: locator(fromAi('incident', 'ID or link of an incident')) };
	const service = locator(fromAi('service', 'ID of a service'));
	return [
		use(
			'List incidents',
			['incident', 'getAll'],
			{ filters: { statuses: fromAi('statuses', 'Statuses'), allTime: true } },
			{ statuses: '["triggered", "acknowledged", "resolved"]' },
		),
		use('Get incident', ['incident', 'get'], incident, { incident: `"${incidentId}"` }),
		use('Context', ['incident', 'getContext'], incident, {
			incident: `https://acme.pagerduty.com/incidents/${incidentId}`,
		}),
		use('Timeline', ['incident', 'getTimeline'], incident, { incident: `{"id": "${incidentId}"}` }),
		use(
			'Count',
			['incident', 'count'],
			{ countBy: 'urgency', filters: { serviceIds: fromAi('services', 'IDs of services') } },
			{ services: `["${serviceId}"]` },
		),
		use(
			'Who is on call',
			['onCall', 'getCurrent'],
			{ onCallOf: 'service', serviceId: service },
			{ service: `'${serviceId}'` },
		),
		use(
			'Find user',
			['user', 'getByEmail'],
			{ email: fromAi('email', 'Email address') },
			{ email: sandboxKeys.userEmail.toUpperCase() },
		),
		use('Service status', ['service', 'getStatus'], { serviceId: service }, { service: serviceId }),
		use(
			'Add note',
			['incidentNote', 'create'],
			{ ...incident, content: fromAi('note', 'Text of the note') },
			{ incident: incidentId, note: '**Restarted** the pods' },
		),
		use(
			'Snooze',
			['incident', 'snooze'],
			{ ...incident, duration: fromAi('hours', 'Hours', 'number'), durationUnit: 'hours' },
			{ incident: incidentId, hours: 2 },
		),
		use(
			'Plan maintenance',
			['maintenanceWindow', 'create'],
			{
				serviceIds: fromAi('services', 'IDs of services'),
				startTime: fromAi('start', 'Start in ISO 8601'),
				ends: 'at',
				endTime: fromAi('end', 'End in ISO 8601'),
			},
			{ services: serviceId, start: '2036-01-01T10:00:00+01:00', end: '2036-01-01T11:00:00Z' },
		),
		use(
			'Send event',
			['event', 'trigger'],
			{
				summary: fromAi('summary', 'What is wrong'),
				source: 'agent',
				severity: fromAi('severity', 'How bad it is'),
				additionalFields: { customDetailsJson: fromAi('details', 'What is known, as JSON') },
			},
			{ summary: 'Baskets are empty', severity: 'URGENT', details: '{"region": "eu-1", "users": 42}' },
		),
	];
}

describe('an agent with a dozen tools', () => {
	const stage = openStage('2.41');
	let model: ChatModel;
	let credentials: CredentialIds;
	let tools: WorkflowNode[];
	let ids: { incident: string; service: string };
	beforeAll(async () => {
		const { sandbox, n8n } = stage;
		const [service] = sandbox.services();
		const { id } = sandbox.trigger({ title: 'Checkout answers slowly', serviceId: service?.id });
		ids = { incident: id, service: String(service?.id) };
		const used = uses(ids.incident, ids.service);
		tools = used.map(({ tool }) => tool);
		const calls = used.map(({ tool, args }): ToolCall => ({ tool: tool.name.replaceAll(' ', '_'), args }));
		const invented = { incident: 'the checkout incident' };
		model = await startChatModel([
			{ model: 'uses-all', turns: [{ call: calls }, { say: 'Done.' }] },
			{
				model: 'invents',
				turns: [
					{ call: [{ tool: 'Get_incident', args: invented }] },
					{ call: [{ tool: 'Add_note', args: { incident: 'PN0B0DY', note: 'Hello' } }] },
					{
						call: [
							{ tool: 'Plan_maintenance', args: { services: ids.service, start: 'tomorrow', end: 'later' } },
						],
					},
					{ say: 'I could not do it.' },
				],
			},
		]);
		const openAiApi = (await n8n.client.credentials.create(openAi(model))).id;
		credentials = { ...stage.credentials, openAiApi };
	});
	afterAll(async () => await model?.close());

	/** Lets the agent run to its last word. @returns what the model was told by each tool, in the order of the calls */
	async function told(story: string): Promise<string[]> {
		const { client } = stage.n8n;
		const workflow = await stage.n8n.create(agentWorkflow(`Play ${story}`, model, story, tools), credentials);
		const { executionId } = await client.workflows.run(workflow.id, byHand.name);
		const execution = await client.executions.finished(String(executionId), 120_000);
		expect(execution.data.resultData.error).toBeUndefined();
		expect(execution).toMatchObject({ status: 'success' });
		expect(itemsOf(execution, after.name)).toHaveLength(1);
		const { messages = [] } = model.requests().findLast((request) => request.model === story) ?? {};
		return messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));
	}

	it('does all that the model asks for, however the model writes it', async () => {
		const answers = await told('uses-all');
		expect(answers).toHaveLength(12);
		const [list, incident, context, timeline, count, onCall, user, status, note, snoozed, window, event] =
			answers.map((answer): unknown => JSON.parse(answer));
		// As many as a model gets unless somebody asks for more.
		expect(list).toHaveLength(20);
		expect(incident).toMatchObject([{ id: ids.incident, title: 'Checkout answers slowly' }]);
		expect(context).toMatchObject([
			{ incident: { id: ids.incident }, summary: expect.any(String) as string },
		]);
		expect(timeline).toMatchObject([{ text: expect.stringContaining('Checkout answers slowly') as string }]);
		expect(count).toEqual([
			{ urgency: 'high', count: expect.any(Number) as number },
			{ urgency: 'low', count: expect.any(Number) as number },
		]);
		expect(onCall).toMatchObject([{ escalation_level: 1 }, { escalation_level: 2 }, { escalation_level: 3 }]);
		expect(user).toMatchObject([{ email: sandboxKeys.userEmail }]);
		expect(status).toMatchObject([
			{ service: { id: ids.service }, on_call: [{ escalation_level: 1 }, {}, {}] },
		]);
		expect(note).toMatchObject([{ content: '**Restarted** the pods' }]);
		expect(snoozed).toMatchObject([{ id: ids.incident, status: 'acknowledged' }]);
		expect(window).toMatchObject([{ services: [{ id: ids.service }] }]);
		expect(event).toMatchObject([{ status: 'success' }]);
		// In words, not in megabytes: a model reads and pays for all of it.
		expect(answers.join('').length).toBeLessThan(60_000);
		const { sandbox } = stage;
		expect(sandbox.notes(ids.incident).map(({ content }) => content)).toEqual(['**Restarted** the pods']);
		const opened = sandbox.incidents().filter(({ title }) => title === 'Baskets are empty');
		expect(opened).toHaveLength(1);
		expect(JSON.stringify(opened)).not.toContain(sandboxIntegrationKeys['Checkout API']);
	});

	it('is told what to do instead when the model invents something, and nothing happens', async () => {
		const { sandbox } = stage;
		const before = [sandbox.incidents().length, sandbox.notes(ids.incident).length];
		const [name, nobody, time] = (await told('invents')).map((answer) => {
			const [row] = JSON.parse(answer) as Array<{ error: string }>;
			return row?.error;
		});
		expect(name).toContain('"Incident" is neither an incident ID (such as Q1A2B3C4D5E6F7) nor');
		expect(name).toContain('"the checkout incident"');
		expect(nobody).toMatch(/^Incident Not Found.*Check the ID/);
		expect(time).toMatch(/"Start Time" is not a date.*Write it like 2026-01-31T14:30:00Z.*"tomorrow"/);
		for (const answer of [name, nobody, time]) expect(answer).not.toContain(sandboxKeys.account);
		expect([sandbox.incidents().length, sandbox.notes(ids.incident).length]).toEqual(before);
	});
});
