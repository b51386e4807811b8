import type { FullForm } from '../contract/requests/fullForms';
import type { Choice } from '../contract/requests/operationRequests';
import type { CredentialIds, N8n } from '../support/n8n';
import type { Execution, Workflow } from '../support/n8nTypes';
import { byHand, pagerDuty } from './workflowParts';

/** A form in a node of its own; its name is the node's, and the first part of the path of its requests. */
export interface NamedForm extends FullForm {
	readonly name: string;
	readonly choice: Choice;
}

/**
 * Runs every form in a real n8n: all in one execution, but for those that wait for a person and end it for the time being.
 *
 * @param credentials by type
 * @returns the execution of each
 */
export async function runForms(n8n: N8n, forms: readonly NamedForm[], credentials: CredentialIds) {
	const ended = new Map<NamedForm, Execution>();
	const waiting = forms.filter(({ choice }) => choice.operation.waits);
	const others = forms.filter((form) => !waiting.includes(form));
	for (const together of [others, ...waiting.map((form) => [form])]) {
		const { id } = await n8n.create(sideBySide(together), credentials);
		const { executionId } = await n8n.client.workflows.run(id, byHand.name);
		const execution = await n8n.client.executions.rested(String(executionId), 60_000);
		together.forEach((form) => ended.set(form, execution));
	}
	return ended;
}

/** A node for each form, fed by one item, which says whose it is. */
function sideBySide(forms: readonly NamedForm[]): Workflow {
	const fork = {
		name: 'Fork',
		type: 'n8n-nodes-base.switch',
		typeVersion: 3.2,
		position: [0, 0] as [number, number],
		parameters: { mode: 'expression', numberOutputs: forms.length, output: '={{ $json.at }}' },
	};
	const nodes = forms.map(({ name, choice: { resource, operation }, form }) => {
		const chosen = { resource: resource.option.value, operation: operation.option.value };
		return pagerDuty(name, { ...chosen, ...form }, { onError: 'continueRegularOutput' });
	});
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		name: 'every field',
		nodes: [byHand, fork, ...nodes],
		connections: {
			[byHand.name]: { main: [to(fork.name)] },
			[fork.name]: { main: forms.map(({ name }) => to(name)) },
		},
		settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' },
		pinData: { [byHand.name]: forms.map(({ name }, at) => ({ json: { at, form: name } })) },
	};
}
