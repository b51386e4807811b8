import type { StoredWorkflow } from '../../support/n8nTypes';
import { untilServed } from '../../support/n8n';
import type { Stage } from '../stage';
import { clicked } from './acting';

/** workflows/customer-voice-page.json, and another system that sends it complaints. */
export interface CustomerVoice {
	readonly workflow: StoredWorkflow;
	/** @returns the status of n8n's answer. @param key what the system shows to be let in */
	complain(complaint: object, key?: string): Promise<number>;
}

const header = { name: 'X-Key', value: 'from support' };

/** Imports the template, sets it up twice, as people do, and publishes it. */
export async function openCustomerVoice({
	n8n,
	sandbox,
	credentials,
}: Pick<Stage, 'n8n' | 'sandbox' | 'credentials'>): Promise<CustomerVoice> {
	const { client } = n8n;
	const { id } = await client.credentials.create({ name: 'Support', type: 'httpHeaderAuth', data: header });
	const keyed = { ...credentials, httpHeaderAuth: id };
	const workflow = await n8n.importTemplate('customer-voice-page.json', keyed, sandbox);
	for (let times = 0; times < 2; times++) await clicked({ n8n }, workflow, 'Set up (run once)');
	await client.workflows.activate(workflow.id);
	const address = `${n8n.webhookUrl}/webhook/customer-voice`;
	await untilServed(address);
	return {
		workflow,
		async complain(complaint, key = header.value) {
			const answer = await fetch(address, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', [header.name]: key },
				body: JSON.stringify(complaint),
			});
			return answer.status;
		},
	};
}
