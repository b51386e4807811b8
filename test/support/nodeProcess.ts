import * as workflow from 'n8n-workflow';
import * as zod from 'zod';

import type { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';

type Module = typeof import('../../nodes/PagerDuty/PagerDutyTrigger.node');

/** The trigger as another process loads it: nothing that it remembers is shared. Packages are: n8n tells errors apart by class. */
export function newProcess(): PagerDutyTrigger {
	const loaded: { module?: Module } = {};
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => workflow);
		jest.doMock('zod', () => zod);
		loaded.module = jest.requireActual<Module>('../../nodes/PagerDuty/PagerDutyTrigger.node');
	});
	if (!loaded.module) throw new Error('The trigger was not loaded.');
	return new loaded.module.PagerDutyTrigger();
}
