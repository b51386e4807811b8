import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { sandboxKeys } from '../../sandbox';
import type { NodeOutput } from '../support/engine';
import type { CredentialIds } from '../support/n8n';
import { deskOver, type Call, type Desk } from '../support/operations/desk';
import type { Stage } from './stage';
import { byHand, chain } from './workflowParts';

/** A desk whose node runs in a real n8n, so that what is shown of an operation is shown there, too. */
export function n8nDesk(stage: Stage): Desk {
	const made = async (type: string, data: IDataObject): Promise<string> => {
		const place = { region: 'custom', baseUrl: stage.sandbox.url };
		const credential = { name: 'PagerDuty', type, data: { ...place, ...data } };
		return (await stage.n8n.client.credentials.create(credential)).id;
	};

	/** Those of the stage; an API key that differs has a credential of its own. */
	async function credentialsFor(changes: IDataObject | undefined): Promise<CredentialIds> {
		if (changes === undefined) return stage.credentials;
		const key = { apiToken: sandboxKeys.account, fromEmail: sandboxKeys.userEmail, ...changes };
		return { ...stage.credentials, pagerDutyTokenApi: await made('pagerDutyTokenApi', key) };
	}

	async function run(title: string, parameters: INodeParameters, call: Call = {}): Promise<NodeOutput> {
		const { n8n } = stage;
		const credentials = await credentialsFor(call.credential);
		const [resource, operation] = title.split(':');
		const node = {
			name: 'PagerDuty',
			type: 'n8n-nodes-pagerduty.pagerDuty',
			typeVersion: 1,
			position: [200, 0] as [number, number],
			parameters: { resource, operation, authentication: 'token', ...parameters },
			credentials: Object.fromEntries(Object.keys(credentials).map((type) => [type, { name: 'PagerDuty' }])),
			onError: call.onError,
		};
		const workflow = {
			...chain(title, [byHand, node]),
			pinData: { [byHand.name]: (call.items ?? [{}]).map((json) => ({ json })) },
		};
		const { id } = await n8n.create(workflow, credentials);
		const { executionId } = await n8n.client.workflows.run(id, byHand.name);
		const { data } = await n8n.client.executions.rested(String(executionId));
		const rounds = data.resultData.runData.PagerDuty ?? [];
		const output = (index: number) =>
			rounds.flatMap((round) => round.data?.main[index] ?? []) as INodeExecutionData[];
		const error = rounds.find((round) => round.error)?.error ?? data.resultData.error;
		return {
			items: output(0),
			errors: output(1),
			...(error ? { error: Object.assign(new Error(error.message), error) as NodeOutput['error'] } : {}),
		};
	}

	return deskOver(() => stage.sandbox, run);
}
