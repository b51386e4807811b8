import { sandboxKeys, startSandbox, type Sandbox } from '../../../sandbox';
import { pagerDutyType } from '../../support/engineNodes';
import { openDesk, byId } from '../../support/operations/desk';
import { waitingExecution } from '../../support/waitingExecution';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const writes = () =>
	sandbox
		.requests()
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
const notesOf = (id: string) => sandbox.notes(id).map(({ content }) => content);

describe('an answer', () => {
	it.each([
		['approve', true, 'Approved'],
		['decline', false, 'Declined'],
	])('%s goes on with the workflow, is noted, and resolves the incident', async (answer, approved, word) => {
		const { press, incidentId } = await waitingExecution(sandbox);
		const { json, html } = await press({ answer, name: ' Maya ' });
		expect(json).toEqual({
			approved,
			respondedAt: expect.any(String) as string,
			respondedBy: 'Maya',
			timedOut: false,
			message: 'Restart the checkout servers?',
			incident: {
				id: incidentId,
				incident_number: expect.any(Number) as number,
				title: 'Restart the checkout servers?',
				html_url: expect.stringContaining(incidentId) as string,
				incident_key: expect.stringMatching(/^n8n-/) as string,
			},
		});
		expect(html).toContain(word);
		expect(notesOf(incidentId)).toEqual([`${word} in n8n at ${String(json?.respondedAt)}, name given: Maya`]);
		expect(sandbox.incident(incidentId)).toMatchObject({ status: 'resolved' });
	});

	it('leaves the incident open where that was said', async () => {
		const { press, incidentId } = await waitingExecution(sandbox, {
			parameters: { resolveAfterAnswer: false },
		});
		expect((await press({ answer: 'approve' })).json).toMatchObject({ approved: true });
		expect(notesOf(incidentId)).toEqual([expect.stringContaining('without a name')]);
		expect(sandbox.incident(incidentId)).toMatchObject({ status: 'triggered' });
	});

	it('is written in the name of the From user of the question', async () => {
		const [, user] = sandbox.users();
		const { press, incidentId } = await waitingExecution(sandbox, {
			parameters: { fromEmail: byId(user?.email ?? '') },
		});
		await press({ answer: 'approve' });
		expect(sandbox.notes(incidentId)).toMatchObject([{ userId: user?.id }]);
	});

	it('is given once, however often and quickly the button is pressed', async () => {
		const { press, incidentId } = await waitingExecution(sandbox);
		const pages = await Promise.all(
			['approve', 'approve', 'decline'].map(async (answer) => await press({ answer })),
		);
		expect(pages.filter(({ json }) => json !== undefined)).toHaveLength(1);
		expect(pages[2]?.html).toContain('Somebody has answered');
		expect(notesOf(incidentId)).toHaveLength(1);
	});

	it('is no answer to another question', async () => {
		const earlier = await waitingExecution(sandbox);
		const { press, look } = await waitingExecution(sandbox, {
			parameters: { message: 'Delete the database?' },
		});
		const { json, html } = await press({ answer: 'approve' }, earlier.link);
		expect(json).toBeUndefined();
		expect(html).toContain('No answer needed');
		expect((await look(earlier.link)).html).not.toContain('<button');
	});
});

describe('a page', () => {
	it('asks, and looking at it answers nothing', async () => {
		const { look } = await waitingExecution(sandbox);
		const before = writes();
		const { html, json } = await look();
		expect(html).toContain('Restart the checkout servers?');
		expect(html.match(/<button[^>]*>\w+/g)).toEqual([
			'<button name="answer" value="approve">Approve',
			'<button name="answer" value="decline">Decline',
		]);
		expect(json).toBeUndefined();
		expect(writes()).toEqual(before);
	});

	it.each([{}, { answer: '' }, { answer: 'maybe' }, { answer: ['approve'] }, { approved: 'true' }])(
		'asks again when something else than a button sends %j',
		async (body) => {
			const { press } = await waitingExecution(sandbox);
			const { html, json } = await press(body);
			expect(json).toBeUndefined();
			expect(html).toContain('<button');
		},
	);

	it('shows what it is given as text, and holds no secret', async () => {
		const message = `<script>alert(1)</script> & "quoted" 'single'\nsecond line`;
		const { look } = await waitingExecution(sandbox, { parameters: { message } });
		const { html } = await look();
		expect(html).toContain(
			'&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;single&#39;\nsecond line',
		);
		expect(html).not.toContain('<script');
		for (const secret of [sandboxKeys.account, sandboxKeys.userEmail, 'signature'])
			expect(html).not.toContain(secret);
	});

	it('is kept nowhere, runs no script, tells nobody its address, and is shown in no frame', async () => {
		const { look, press } = await waitingExecution(sandbox);
		for (const { headers, html } of [await look(), await press({ answer: 'approve' })]) {
			expect(headers).toMatchObject({
				'Cache-Control': 'no-store',
				'Referrer-Policy': 'no-referrer',
				'X-Frame-Options': 'DENY',
				'Content-Type': 'text/html; charset=utf-8',
			});
			expect(headers['Content-Security-Policy']).toMatch(
				/^default-src 'none'; style-src 'sha256-[^']+'; form-action/,
			);
			expect(html).not.toContain('<script');
		}
	});
});

describe('trouble in PagerDuty after the answer', () => {
	it.each([
		['a refusal', { kind: 'status', status: 403 }],
		['a server that is down', { kind: 'status', status: 500, times: 20 }],
	] as const)('loses no answer: %s', async (_, fault) => {
		const { press, incidentId } = await waitingExecution(sandbox);
		sandbox.fail({ method: 'POST', path: `/incidents/${incidentId}/notes`, ...fault });
		const { json } = await press({ answer: 'approve' });
		expect(json).toMatchObject({
			approved: true,
			timedOut: false,
			warnings: [expect.stringMatching(/^The note was not written: ./)],
		});
		expect(sandbox.incident(incidentId)).toMatchObject({ status: 'resolved' });
	});

	it('writes no note twice when its answer is lost', async () => {
		const { press, incidentId } = await waitingExecution(sandbox);
		sandbox.fail({ method: 'POST', path: `/incidents/${incidentId}/notes`, kind: 'reset', when: 'after' });
		const { json } = await press({ answer: 'approve' });
		expect(json).not.toHaveProperty('warnings');
		expect(notesOf(incidentId)).toHaveLength(1);
	});

	it('writes the note again when it was lost before PagerDuty had it', async () => {
		const { press, incidentId } = await waitingExecution(sandbox);
		sandbox.fail({ method: 'POST', path: `/incidents/${incidentId}/notes`, kind: 'reset' });
		const { json } = await press({ answer: 'approve' });
		expect(json).not.toHaveProperty('warnings');
		expect(notesOf(incidentId)).toHaveLength(1);
	});

	it('takes an incident that somebody resolved or merged away as it is', async () => {
		const { press, incidentId } = await waitingExecution(sandbox);
		sandbox.resolve(incidentId);
		expect((await press({ answer: 'decline' })).json).not.toHaveProperty('warnings');
	});
});

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
			message: '"Page and Wait for Response" cannot be a tool: the model would not wait',
			description: expect.stringContaining('Human Review') as string,
		});
		expect(writes()).toEqual([]);
	});
});
