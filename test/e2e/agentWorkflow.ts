import type { ChatModel } from '../../sandbox/chatModel';
import type { CredentialInput, Workflow, WorkflowNode } from '../support/n8nTypes';
import { after } from './askingStage';
import { byHand, pagerDuty } from './workflowParts';

/** A value that the model fills in. */
export const fromAi = (key: string, description: string, type = 'string') =>
	`={{ $fromAI('${key}', '${description}', '${type}') }}`;

/** A node of our package as an agent's tool. */
export const pagerDutyTool = (
	name: string,
	toolDescription: string,
	parameters: Record<string, unknown>,
): WorkflowNode => ({
	...pagerDuty(name, { ...parameters, descriptionType: 'manual', toolDescription }),
	type: 'n8n-nodes-pagerduty.pagerDutyTool',
});

/** The credential that opens a scripted model, as n8n's node for OpenAI wants it. */
export const openAi = ({ url }: ChatModel): CredentialInput => ({
	name: 'OpenAI',
	type: 'openAiApi',
	data: { apiKey: 'none', url },
});

/** Ends of connections, by the type of connection. */
export const link = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });

/**
 * An agent that is started by hand and asked something, with its model and its tools. What it says reaches the node
 * {@link after}.
 *
 * @param story that the model plays
 * @param reviewed tools that run only after a review: the names of both
 */
export function agentWorkflow(
	text: string,
	{ url }: ChatModel,
	story: string,
	tools: readonly WorkflowNode[],
	reviewed: Readonly<Record<string, string>> = {},
): Workflow {
	const agent: WorkflowNode = {
		...after,
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3.1,
		parameters: { promptType: 'define', text, options: { maxIterations: 30 } },
	};
	const model: WorkflowNode = {
		...after,
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.3,
		parameters: {
			model: { __rl: true, mode: 'id', value: story },
			responsesApiEnabled: false,
			options: { baseURL: url },
		},
		credentials: { openAiApi: { name: 'OpenAI' } },
	};
	return {
		name: text,
		nodes: [byHand, agent, model, ...tools, after],
		connections: {
			[byHand.name]: link(agent.name, 'main'),
			[agent.name]: link(after.name, 'main'),
			[model.name]: link(agent.name, 'ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, link(reviewed[name] ?? agent.name, 'ai_tool')])),
		},
		settings: { executionOrder: 'v1' },
	};
}
