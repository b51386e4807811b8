import type { INodeParameters } from 'n8n-workflow';

import { sandboxKeys, startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { PollingWorkflow } from '../../support/pollingWorkflow';

let sandbox: Sandbox | undefined;
let workflows = 0;

/** A sandbox of its own for each test. */
export const account = {
	async start(options: SandboxOptions = {}) {
		const settings = { rateLimit: { requests: 1_000_000, perMs: 60_000, headers: true } };
		sandbox = await startSandbox({ strict: true, settings, ...options });
		return sandbox;
	},
	sandbox(): Sandbox {
		if (!sandbox) throw new Error('No sandbox was started.');
		return sandbox;
	},
	async close() {
		await sandbox?.close();
	},
};

/** A polling trigger that asks the sandbox, not activated yet. */
export function polling(
	parameters: INodeParameters,
	apiToken: string = sandboxKeys.account,
): PollingWorkflow {
	const credentials = {
		pagerDutyTokenApi: { region: 'custom', baseUrl: account.sandbox().url, apiToken },
	};
	return new PollingWorkflow({ parameters, credentials, workflowId: `polling ${workflows++}` });
}

export const minute = 60_000;
