import type { N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { until } from '../support/until';
import { after, openAskingStage, press } from './askingStage';
import { byHand } from './workflowParts';

jest.setTimeout(240_000);

describe.each<N8nVersion>(['2.41', '1.123'])('Page and Wait for Response in n8n %s', (which) => {
	const stage = openAskingStage(which);
	let unanswered: Awaited<ReturnType<typeof stage.ask>>;
	// n8n looks once a minute whose time is over, so this one waits while the others are answered.
	beforeAll(async () => {
		unanswered = await stage.ask('Nobody answers', { timeLimit: 1 });
	});

	it.each([
		['approve', true],
		['decline', false],
	] as const)('goes on with the answer: %s', async (answer, approved) => {
		const { id, link, executionId } = await stage.ask(`Please ${answer}`);
		const page = await press(link, answer, 'Maya');
		expect(page.status).toBe(200);
		expect(await page.text()).toContain(approved ? 'Approved' : 'Declined');
		expect(await stage.outcome(executionId)).toEqual([
			expect.objectContaining({
				approved,
				timedOut: false,
				respondedBy: 'Maya',
				incident: expect.objectContaining({ id }) as object,
			}),
		]);
		expect(stage.sandbox.incident(id)).toMatchObject({ status: 'resolved' });
		expect(stage.sandbox.notes(id)).toHaveLength(1);
	});

	it('is not answered by what only looks at the link, and shows a page that is kept nowhere', async () => {
		const { id, link, executionId } = await stage.ask('Look only');
		const looks = await Promise.all(
			['GET', 'HEAD', 'GET'].map(async (method) => await fetch(link, { method })),
		);
		const [page] = looks;
		expect(page?.headers.get('cache-control')).toBe('no-store');
		expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(page?.headers.get('referrer-policy')).toBe('no-referrer');
		expect(await page?.text()).toContain('<button name="answer" value="approve">');
		expect(await stage.isWaiting(executionId)).toBe(true);
		expect(stage.sandbox.notes(id)).toEqual([]);
		await press(link, 'decline');
		expect(await stage.outcome(executionId)).toMatchObject([{ approved: false, timedOut: false }]);
	});

	it('refuses a link that was changed', async () => {
		const { id, link, executionId } = await stage.ask('Forge me');
		const other = new URL(link);
		other.searchParams.set('resolve', 'no');
		const unsigned = new URL(link);
		unsigned.searchParams.delete('signature');
		for (const forged of [
			other.href,
			unsigned.href,
			link.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
		])
			expect((await press(forged, 'approve')).status).toBe(401);
		expect(await stage.isWaiting(executionId)).toBe(true);
		expect(stage.sandbox.notes(id)).toEqual([]);
		await press(link, 'decline');
		await stage.outcome(executionId);
	});

	it('takes one answer: the second one is told so, and nothing runs twice', async () => {
		const { id, link, executionId } = await stage.ask('Twice');
		await Promise.all([press(link, 'approve'), press(link, 'approve'), press(link, 'approve')]);
		await stage.outcome(executionId);
		const second = await press(link, 'decline');
		expect(await second.text()).toMatch(/no action|already|no answer needed/i);
		expect(await stage.outcome(executionId)).toMatchObject([{ approved: true }]);
		expect(stage.sandbox.notes(id)).toHaveLength(1);
	});

	/** Asks one question after another, in one execution. */
	async function askInLoop(questions: string[], options: object = {}) {
		const items: WorkflowNode = {
			...after,
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			parameters: {
				fieldToSplitOut: 'questions',
				fieldsToInclude: 'noOtherFields',
				options: { destinationFieldName: 'question' },
			},
		};
		const loop: WorkflowNode = {
			...after,
			name: 'Loop',
			type: 'n8n-nodes-base.splitInBatches',
			typeVersion: 3,
			parameters: { options: {} },
		};
		const link = (node: string) => [{ node, type: 'main', index: 0 }];
		const workflow = await stage.n8n.create(
			{
				name: 'loop',
				nodes: [byHand, items, loop, stage.asking('={{ $json.question }}', options), after],
				connections: {
					[byHand.name]: { main: [link('Items')] },
					Items: { main: [link('Loop')] },
					Loop: { main: [link('After'), link('Ask')] },
					Ask: { main: [link('Loop')] },
				},
				settings: { executionOrder: 'v1' },
				pinData: { [byHand.name]: [{ json: { questions } }] },
			},
			stage.credentials,
		);
		return await stage.start(workflow);
	}

	it('does not take the link of an earlier question for the next one of the same execution', async () => {
		const executionId = await askInLoop(['Question one', 'Question two']);
		const one = await stage.asked('Question one');
		await until('it waits', async () => await stage.isWaiting(executionId));
		await press(one.link, 'approve');
		const two = await stage.asked('Question two');
		await until('it waits again', async () => await stage.isWaiting(executionId));
		expect(await (await press(one.link, 'approve')).text()).toContain('No answer needed');
		expect(stage.sandbox.notes(two.id)).toEqual([]);
		await press(two.link, 'decline');
		expect(await stage.outcome(executionId)).toMatchObject([{ approved: true }, { approved: false }]);
	});

	it('pages no more often than Maximum Writes says, also when n8n has stored the execution meanwhile', async () => {
		const executionId = await askInLoop(['One page', 'One page too many'], { maxWrites: 1 });
		await press((await stage.asked('One page')).link, 'approve');
		expect(await stage.n8n.client.executions.finished(executionId)).toMatchObject({
			status: 'error',
			data: {
				resultData: { error: { message: expect.stringContaining('1 changes that it may make') as string } },
			},
		});
		expect(stage.sandbox.incidents().map(({ title }) => title)).not.toContain('One page too many');
	});

	it('survives that n8n is killed while it waits', async () => {
		const { id, link, executionId } = await stage.ask('Kill n8n');
		await stage.n8n.host.kill();
		await stage.n8n.host.restart();
		await until('n8n shows the page', async () => (await fetch(link)).status === 200);
		await press(link, 'approve');
		expect(await stage.outcome(executionId)).toMatchObject([{ approved: true, incident: { id } }]);
		expect(stage.sandbox.incident(id)).toMatchObject({ status: 'resolved' });
	});

	it('goes on when the time is over, says so, and leaves the incident open', async () => {
		const { id, link, executionId } = unanswered;
		expect(await stage.outcome(executionId, 150_000)).toMatchObject([
			{ approved: false, timedOut: true, respondedAt: null, incident: { id } },
		]);
		expect(stage.sandbox.incident(id)).toMatchObject({ status: 'triggered' });
		expect(await (await press(link, 'approve')).text()).toMatch(/no action|already|no answer needed/i);
		expect(await stage.outcome(executionId)).toMatchObject([{ approved: false, timedOut: true }]);
	});
});
