import '../../support/waits';
import { newAdditionalData } from '../../support/engine';
import { newPollingProcess } from '../../support/nodeProcess';
import { toPollingWorkflow, whatFollows } from '../../support/pollingExecution';
import { processedData } from '../../support/processedData';

/** A worker of n8n's queue mode: a process that polls nothing, and runs what others gave out. */
function newWorker(workflowId: string) {
	const node = newPollingProcess();
	return async (...ids: string[]): Promise<string[]> => {
		const workflow = toPollingWorkflow(workflowId, node, { parameters: {}, credentials: {} }, {});
		const items = [ids.map((id) => ({ json: { id } }))];
		const followed = await whatFollows(workflow, { items, mode: 'trigger' }, newAdditionalData(workflow));
		return followed.map(({ id }) => String(id));
	};
}

/** Each test has a workflow of its own. */
let tests = 0;
let workflowId = '';
beforeEach(async () => {
	await processedData.opened;
	workflowId = `in queue mode ${tests++}`;
});

describe('workers that have the same news', () => {
	it.each([
		['and no worker had any before', false],
		['after others', true],
	])('hand them on once, also at the same moment, %s', async (_, hadOthers) => {
		if (hadOthers) await newWorker(workflowId)('earlier');
		const workers = [newWorker(workflowId), newWorker(workflowId), newWorker(workflowId)];
		const handedOn = await Promise.all(workers.map(async (worker) => await worker('first', 'second')));
		expect(handedOn.flat().toSorted()).toEqual(['first', 'second']);
	});

	it('hand on what is new among them, and lose nothing to each other', async () => {
		await newWorker(workflowId)('earlier');
		const [one, other, third] = [newWorker(workflowId), newWorker(workflowId), newWorker(workflowId)];
		const handedOn = await Promise.all([
			one('earlier', 'first', 'second'),
			other('second', 'third'),
			third('fourth'),
		]);
		expect(handedOn.flat().toSorted()).toEqual(['first', 'fourth', 'second', 'third']);
		expect(await newWorker(workflowId)('first', 'second', 'third', 'fourth', 'fifth')).toEqual(['fifth']);
	});

	it('in one worker, too', async () => {
		const worker = newWorker(workflowId);
		expect((await Promise.all([worker('first'), worker('first', 'second')])).flat()).toEqual([
			'first',
			'second',
		]);
	});
});
