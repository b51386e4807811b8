import type { INodeParameters } from 'n8n-workflow';

import { incidentChanges } from '../../nodes/PagerDuty/polling/sources/incidentChanges';
import { onCallHandoff } from '../../nodes/PagerDuty/polling/sources/onCallHandoff/onCallHandoff';
import { slaBreach } from '../../nodes/PagerDuty/polling/sources/slaBreach/slaBreach';
import type { Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/operations/desk';
import { PollingWorkflow } from '../support/pollingWorkflow';
import type { Call } from './calls';

const day = 24 * 60 * 60_000;

const formOf = (source: string, sandbox: Sandbox): INodeParameters => ({
	source,
	events: ['incident.triggered'],
	responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 30 }] },
	scheduleIds: [sandbox.schedules()[0]?.id ?? ''],
});

/** A poll of each source that has one thing to tell. */
export const pollingCalls: readonly Call[] = Object.entries({
	incidentChanges,
	onCallHandoff,
	slaBreach,
}).map(([source, { scopes }]): Call => {
	let workflow: PollingWorkflow | undefined;
	return {
		title: `polling trigger: ${source}`,
		scopes,
		begin: async ({ desk: { sandbox }, authentication }) => {
			sandbox.reset('empty');
			const parameters = { authentication, ...formOf(source, sandbox) };
			const started = new PollingWorkflow({ parameters, credentials: credentialsFor(sandbox) });
			workflow = started;
			await started.activate();
			sandbox.trigger();
			await sandbox.advance(day);
			return async () => await started.poll();
		},
		proof: async () => {
			await workflow?.poll();
			expect(workflow?.items).toHaveLength(1);
		},
	};
});
