import '../../support/engineEnvironment';

import { WebhookContext } from 'n8n-core';

import { sandboxKeys, startSandbox, type Sandbox } from '../../../sandbox';
import { waitingExecution, writesTo } from '../../support/waitingExecution';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('a page', () => {
	it('asks, and looking at it answers nothing', async () => {
		const { look } = await waitingExecution(sandbox);
		const before = writesTo(sandbox);
		const { html, json } = await look();
		expect(html).toContain('Restart the checkout servers?');
		expect(html.match(/<button[^>]*>\w+/g)).toEqual([
			'<button name="answer" value="approve">Approve',
			'<button name="answer" value="decline">Decline',
		]);
		expect(json).toBeUndefined();
		expect(writesTo(sandbox)).toEqual(before);
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

	it('asks to try again where n8n cannot evaluate, which neither answers the question nor ends the execution', async () => {
		const { look, press, incidentId } = await waitingExecution(sandbox);
		const broken = jest.spyOn(WebhookContext.prototype, 'evaluateExpression').mockImplementation(() => {
			throw new Error('No isolate');
		});
		for (const { status, html, json } of [await look(), await press({ answer: 'approve' })]) {
			expect(status).toBe(503);
			expect(html).toContain('Please try again');
			expect(json).toBeUndefined();
		}
		broken.mockRestore();
		expect(sandbox.notes(incidentId)).toEqual([]);
		expect((await press({ answer: 'approve' })).json).toMatchObject({ approved: true });
	});
});
