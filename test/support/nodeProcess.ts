import * as workflow from 'n8n-workflow';
import * as zod from 'zod';

type Triggers = typeof import('../../nodes/PagerDuty/PagerDutyTrigger.node');
type PollingTriggers = typeof import('../../nodes/PagerDuty/PagerDutyPollingTrigger.node');

/** The trigger as another process loads it: nothing that it remembers is shared. */
export function newProcess() {
	const { PagerDutyTrigger } = loaded<Triggers>('PagerDutyTrigger');
	return new PagerDutyTrigger();
}

/** The polling trigger as another process loads it. */
export function newPollingProcess() {
	const { PagerDutyPollingTrigger } = loaded<PollingTriggers>('PagerDutyPollingTrigger');
	return new PagerDutyPollingTrigger();
}

/** Our own files anew. Packages are shared: n8n tells errors apart by class. */
function loaded<Module extends object>(node: string): Module {
	const found: { module?: Module } = {};
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => workflow);
		jest.doMock('zod', () => zod);
		found.module = jest.requireActual<Module>(`../../nodes/PagerDuty/${node}.node`);
	});
	if (!found.module) throw new Error(`${node} was not loaded.`);
	return found.module;
}
