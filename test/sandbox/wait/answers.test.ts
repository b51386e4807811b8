import { startSandbox, type Sandbox } from '../../../sandbox';
import { byId } from '../../support/operations/desk';
import { waitingExecution } from '../../support/waitingExecution';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

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
			parameters: { options: { fromEmail: byId(user?.email ?? '') } },
		});
		await press({ answer: 'approve' });
		expect(sandbox.notes(incidentId)).toMatchObject([{ userId: user?.id }]);
	});

	it('is written with an OAuth token as well', async () => {
		const { press, incidentId } = await waitingExecution(sandbox, {
			parameters: { authentication: 'oAuth2' },
		});
		expect((await press({ answer: 'approve' })).json).not.toHaveProperty('warnings');
		expect(notesOf(incidentId)).toHaveLength(1);
	});

	it('has a name of one line, cut where it is long', async () => {
		const { press } = await waitingExecution(sandbox);
		const { json } = await press({ answer: 'approve', name: `Maya\n\nDeclined by ${'x'.repeat(200)}` });
		expect(json?.respondedBy).toMatch(/^Maya Declined by x+…$/);
		expect(String(json?.respondedBy)).toHaveLength(100);
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

	it('goes on without PagerDuty where that takes too long', async () => {
		const { press, incidentId } = await waitingExecution(sandbox);
		sandbox.fail({ method: 'POST', path: `/incidents/${incidentId}/notes`, kind: 'status', status: 429 });
		const now = performance.now.bind(performance);
		const wasRefused = () => sandbox.requests().some(({ path }) => path.endsWith('/notes'));
		jest.spyOn(performance, 'now').mockImplementation(() => now() + (wasRefused() ? 10_000 : 0));
		const { json } = await press({ answer: 'approve' });
		jest.restoreAllMocks();
		expect(json).toMatchObject({
			approved: true,
			warnings: ['PagerDuty took too long, so it may not show the answer'],
		});
	});

	it('goes on where the credential can no longer be used', async () => {
		const { press, incidentId } = await waitingExecution(sandbox, {
			credentialLater: { access: 'readOnly' },
		});
		const { json } = await press({ answer: 'approve' });
		expect(json).toMatchObject({
			approved: true,
			warnings: [
				expect.stringMatching(/^The note was not written: The credential "PagerDuty" is read-only/),
				expect.stringMatching(/^The incident was not resolved: /),
			],
		});
		expect(sandbox.incident(incidentId)).toMatchObject({ status: 'triggered' });
	});

	it('goes on where the credential is empty by now', async () => {
		const { press } = await waitingExecution(sandbox, { credentialLater: { apiToken: '' } });
		expect((await press({ answer: 'decline' })).json).toMatchObject({
			approved: false,
			warnings: [expect.stringMatching(/^Nothing was written to PagerDuty: The API Key .* is empty$/)],
		});
	});
});
