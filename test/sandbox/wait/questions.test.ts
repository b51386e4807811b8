import { startSandbox, type Sandbox } from '../../../sandbox';
import { pagerDutyType } from '../../support/engineNodes';
import { byId, openDesk } from '../../support/operations/desk';
import { waitingExecution, writesTo } from '../../support/waitingExecution';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

it('The workflow goes on when the time is over, with what the output says then; the incident stays open', async () => {
	const { timeOver, incidentId } = await waitingExecution(sandbox, {
		parameters: { options: { timeLimit: 1 } },
	});
	expect(await timeOver()).toEqual([
		expect.objectContaining({ approved: false, timedOut: true, respondedAt: null }),
	]);
	expect(sandbox.incident(incidentId)).toMatchObject({ status: 'triggered' });
});

describe('a question', () => {
	it('is about one item: several page nobody, and the error says what to do', async () => {
		const desk = await openDesk();
		const { error } = await desk.run(
			'incident:sendAndWait',
			{ serviceId: byId(desk.sandbox.services()[0]?.id ?? ''), message: 'Restart?' },
			{ items: [{}, {}] },
		);
		expect(error?.message).toBe('"Page and Wait for Response" asks about one item at a time, and got 2');
		expect(error?.description).toMatch(/Nobody was paged.*Loop Over Items/);
		expect(desk.newRequests().filter((line) => !line.startsWith('GET'))).toEqual([]);
		await desk.sandbox.close();
	});

	it('pages nobody twice when n8n runs the node again in the same execution', async () => {
		const first = await waitingExecution(sandbox, { executionId: 'same' });
		const again = await waitingExecution(sandbox, { executionId: 'same' });
		expect(again.incidentId).toBe(first.incidentId);
		expect(again.link).toBe(first.link);
	});

	it('waits in nobody’s tool', async () => {
		const tool = waitingExecution(sandbox, { type: `${pagerDutyType}Tool` });
		await expect(tool).rejects.toMatchObject({
			// A model is told the message only.
			message: expect.stringMatching(
				/^"Page and Wait for Response" cannot be a tool: the model would not wait\..*Human Review/,
			) as string,
		});
		expect(writesTo(sandbox)).toEqual([]);
	});
});
