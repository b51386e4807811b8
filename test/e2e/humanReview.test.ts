import { startChatModel, type ChatModel } from '../../sandbox/chatModel';
import type { CredentialIds } from '../support/n8n';
import type { WorkflowNode } from '../support/n8nTypes';
import { agentWorkflow, fromAi, openAi, pagerDutyTool } from './agentWorkflow';
import { openAskingStage, press } from './askingStage';
import { locator, pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

describe('Human review of an agent’s tool', () => {
	const stage = openAskingStage('2.41');
	let model: ChatModel;
	let credentials: CredentialIds;
	let unanswered: Awaited<ReturnType<typeof runAgent>>;
	beforeAll(async () => {
		model = await startChatModel([
			{
				model: 'opens-an-incident',
				turns: [
					// n8n offers a tool that is reviewed with its parameters under this name.
					{ call: [{ tool: 'Open_incident', args: { toolParameters: { title: 'Opened by an agent' } } }] },
					{ say: 'That is all.' },
				],
			},
		]);
		const { id } = await stage.n8n.client.credentials.create(openAi(model));
		credentials = { ...stage.credentials, openAiApi: id };
		// The message is n8n's own.
		unanswered = await runAgent('The agent wants to run this tool: Open_incident', {
			options: { timeLimit: 1 },
		});
	});
	afterAll(async () => await model?.close());

	const ask = async (question: string) =>
		await runAgent(question, {
			message: `=${question}\n{{ $tool.name }} with {{ JSON.stringify($tool.parameters) }}`,
		});

	async function runAgent(question: string, parameters: object) {
		const serviceId = locator(String(stage.sandbox.services()[0]?.id));
		const review: WorkflowNode = {
			...pagerDuty('Review', {
				resource: 'incident',
				operation: 'sendAndWait',
				serviceId,
				...parameters,
			}),
			type: 'n8n-nodes-pagerduty.pagerDutyHitlTool',
		};
		const tool = pagerDutyTool('Open incident', 'Opens an incident', {
			resource: 'incident',
			operation: 'create',
			serviceId,
			title: fromAi('title', 'The problem'),
		});
		const workflow = await stage.n8n.create(
			agentWorkflow(question, model, 'opens-an-incident', [review, tool], { [tool.name]: review.name }),
			credentials,
		);
		const executionId = await stage.start(workflow);
		return { executionId, ...(await stage.asked(question)) };
	}

	const opened = () => stage.sandbox.incidents().filter(({ title }) => title === 'Opened by an agent');

	it('runs the tool only when somebody has approved, and tells the model what came of it', async () => {
		const { id, link, executionId } = await ask('May the agent do it?');
		expect(stage.sandbox.incident(id)).toMatchObject({
			details: expect.stringContaining('Open_incident with {"title":"Opened by an agent"}') as string,
		});
		expect(opened()).toEqual([]);
		await press(link, 'approve');
		expect(await stage.outcome(executionId)).toMatchObject([{ output: 'That is all.' }]);
		expect(opened()).toHaveLength(1);
		expect(JSON.stringify(model.requests().at(-1))).toContain(opened()[0]?.id);
	});

	it('does not run it when somebody declined, and tells the model so', async () => {
		const before = opened().length;
		const { link, executionId } = await ask('And once more?');
		await press(link, 'decline');
		expect(await stage.outcome(executionId)).toMatchObject([{ output: 'That is all.' }]);
		expect(opened()).toHaveLength(before);
		expect(JSON.stringify(model.requests().at(-1))).toContain('rejected');
	});

	it('does not run it when nobody answers in time', async () => {
		const before = opened().length;
		// Whoever approves must see what is called.
		expect(stage.sandbox.incident(unanswered.id)?.details).toContain('title: Opened by an agent');
		expect(await stage.outcome(unanswered.executionId, 150_000)).toMatchObject([{ output: 'That is all.' }]);
		expect(opened()).toHaveLength(before);
		expect(stage.sandbox.incident(unanswered.id)).toMatchObject({ status: 'triggered' });
	});
});
