import { webhookKey } from './credentials.mjs';

/** Whatever makes tables or enters a workflow there says so. */
const SET_UP = /\(run once\)$/;

const PAGERDUTY_TRIGGER = 'n8n-nodes-pagerduty.pagerDutyTrigger';

const ofType = (type) => (nodes) => nodes.find((node) => node.type === type);

/** Each would take a webhook subscription: a workflow like that is there to copy from, not to run. */
const severalTriggers = (nodes) => {
	const [first, second] = nodes.filter(({ type }) => type === PAGERDUTY_TRIGGER);
	return second && first;
};

/** The path that a form has: the one that was chosen for it, or n8n's own. */
const pathOf = ({ parameters, webhookId }) => parameters.path || parameters.options?.path || webhookId;

/**
 * How workflows begin, and so what a person does to see one work. Of a workflow that can begin in several ways the first
 * one here counts.
 *
 * - `find` gives the node that it begins with
 * - `unpublished` is true where nobody needs to publish it
 * - `todo` is what the greeting says of all workflows that begin like this
 * - `address` is where that is done; the workflow itself where it is left out
 * - `note` is the same, said in the workflow's own note
 *
 * @type {{ find: (nodes: object[]) => object | undefined, unpublished?: boolean, todo: string,
 * address?: (node: object, n8nUrl: string) => string | undefined, note: (address: string | undefined,
 * sandbox: string) => string }[]}
 */
const beginnings = [
	{
		find: ofType(PAGERDUTY_TRIGGER),
		todo: 'Press "Play an Outage" in the sandbox, or trigger an incident there. These run by themselves:',
		note: (_, sandbox) => `it runs when you press **Play an Outage** or **Trigger** in the ${sandbox}.`,
	},
	{
		find: ofType('n8n-nodes-base.formTrigger'),
		todo: 'Fill in a form, then look at the sandbox:',
		address: (node, n8nUrl) => `${n8nUrl}/form/${pathOf(node)}`,
		note: (address, sandbox) => `[open the form](${address}), then look at the ${sandbox}.`,
	},
	{
		find: ofType('@n8n/n8n-nodes-langchain.chatTrigger'),
		todo: 'Open the chat, and ask:',
		// One that is not public is opened from the editor.
		address: ({ parameters, webhookId }, n8nUrl) =>
			parameters.public ? `${n8nUrl}/webhook/${webhookId}/chat` : undefined,
		note: (address, sandbox) =>
			`${address ? `[open the chat](${address})` : 'press **Open chat**'} and ask about what you see in the ${sandbox}.`,
	},
	{
		find: ofType('@n8n/n8n-nodes-langchain.mcpTrigger'),
		todo: 'Connect an MCP client to:',
		address: ({ parameters }, n8nUrl) => `${n8nUrl}/mcp/${parameters.path}`,
		note: (address, sandbox) => `connect an MCP client to ${address}. It reads from the ${sandbox}.`,
	},
	{
		find: ofType('n8n-nodes-base.webhook'),
		todo: `Send it a request, as its note says, with the header "X-Key: ${webhookKey}":`,
		address: ({ parameters }, n8nUrl) => `${n8nUrl}/webhook/${parameters.path}`,
		note: (address, sandbox) =>
			`send a request to ${address} with the header \`X-Key: ${webhookKey}\`, then look at the ${sandbox}.`,
	},
	{
		find: ofType('n8n-nodes-base.executeWorkflowTrigger'),
		todo: 'Nothing to do: other workflows call these.',
		note: (_, sandbox) => `other workflows call it. What it does shows in the ${sandbox}.`,
	},
	{
		find: severalTriggers,
		unpublished: true,
		todo: 'Open it in n8n, and copy the trigger that you need:',
		note: (_, sandbox) =>
			`copy the trigger that you need into a workflow of your own. There, its events come from the ${sandbox}.`,
	},
	{
		find: (nodes) => nodes.find(({ type, name }) => /(trigger|webhook)$/i.test(type) && !SET_UP.test(name)),
		unpublished: true,
		todo: 'Open it in n8n, read its note, and press "Execute workflow":',
		note: (_, sandbox) => `press **Execute workflow**, then look at the ${sandbox}.`,
	},
	{
		// Every workflow ends up here, also one that a person has emptied.
		find: ([first = {}]) => first,
		unpublished: true,
		todo: 'Open it in n8n and read its note:',
		note: (_, sandbox) => `there is nothing to start. The ${sandbox} is beside it.`,
	},
];

/** The trigger of the branch that makes a template's Data Tables, where there is one. */
export const setUpOf = ({ nodes }) =>
	nodes.find(({ type, name }) => type === 'n8n-nodes-base.manualTrigger' && SET_UP.test(name));

/**
 * How a workflow is seen at work.
 *
 * @param {{ nodes: object[] }} workflow
 * @param {{ published: boolean, n8nUrl: string }} now one that is not published begins by hand only
 * @returns {{ order: number, todo: string, address: string | undefined, note: (sandbox: string) => string }} `address` is
 * undefined where the workflow itself has to be opened; equal `order` means equal `todo`
 */
export function beginningOf({ nodes }, { published, n8nUrl }) {
	const order = beginnings.findIndex(
		({ find, unpublished }) => (published || unpublished) && find(nodes) !== undefined,
	);
	const { find, todo, address, note } = beginnings[order];
	const where = address?.(find(nodes), n8nUrl);
	return { order, todo, address: where, note: (sandbox) => note(where, sandbox) };
}
