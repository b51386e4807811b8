import { sandboxKeys } from '../../sandbox';
import type { CredentialInput, WorkflowNode } from '../support/n8nTypes';

/** A node that is measured: ours, or the one that n8n brings. */
export interface Contender {
	readonly name: 'ours' | 'built-in';
	readonly credential: CredentialInput;
	/** The node for each task. Items bring an incident's ID as `id`. */
	readonly nodes: Record<Task, Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>>;
}

export type Task = 'acknowledge' | 'escalate' | 'get' | 'list';

const each = '={{ $json.id }}';

const ours = (operation: string, parameters: Record<string, unknown>) => ({
	type: 'n8n-nodes-pagerduty.pagerDuty',
	typeVersion: 1,
	parameters: { authentication: 'token', resource: 'incident', operation, ...parameters },
});

const builtIn = (operation: string, parameters: Record<string, unknown>) => ({
	type: 'n8n-nodes-base.pagerDuty',
	typeVersion: 1,
	parameters: { authentication: 'apiToken', resource: 'incident', operation, ...parameters },
});

/** Each with the settings that it comes with, region US, and the whole objects as output. */
export const contenders: readonly Contender[] = [
	{
		name: 'ours',
		credential: {
			name: 'Bench: ours',
			type: 'pagerDutyTokenApi',
			data: { region: 'us', apiToken: sandboxKeys.account, fromEmail: sandboxKeys.userEmail },
		},
		nodes: {
			acknowledge: ours('acknowledge', {
				incidentId: { __rl: true, mode: 'id', value: each },
				simplify: false,
			}),
			escalate: ours('escalate', {
				incidentId: { __rl: true, mode: 'id', value: each },
				escalationLevel: 2,
				simplify: false,
			}),
			get: ours('get', { incidentId: { __rl: true, mode: 'id', value: each }, simplify: false }),
			list: ours('getAll', { returnAll: true, simplify: false }),
		},
	},
	{
		name: 'built-in',
		credential: {
			name: 'Bench: built-in',
			type: 'pagerDutyApi',
			data: { apiToken: sandboxKeys.account },
		},
		nodes: {
			acknowledge: builtIn('update', {
				incidentId: each,
				email: sandboxKeys.userEmail,
				conferenceBridgeUi: {},
				updateFields: { status: 'acknowledged' },
			}),
			escalate: builtIn('update', {
				incidentId: each,
				email: sandboxKeys.userEmail,
				conferenceBridgeUi: {},
				updateFields: { escalationLevel: 2 },
			}),
			get: builtIn('get', { incidentId: each }),
			list: builtIn('getAll', { returnAll: true, options: {} }),
		},
	},
];
