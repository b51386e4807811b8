import type { StoredWorkflow } from '../../support/n8nTypes';
import { openStage } from '../stage';
import { changeSettings, Ended } from './acting';
import { openCustomerVoice, type CustomerVoice } from './customerVoice';
import { formUrl, sendForm } from './forms';

jest.setTimeout(240_000);

describe('workflows/customer-voice-page.json', () => {
	const stage = openStage('2.41', {});
	let workflow: StoredWorkflow;
	let complain: CustomerVoice['complain'];
	const ended = new Ended(stage, () => workflow);

	beforeAll(async () => {
		({ workflow, complain } = await openCustomerVoice(stage));
		await ended.more(2);
	});

	const rows = async (table: string) => await stage.n8n.client.dataTables.rows(table);
	const messages = () => stage.sandbox.inbox.messages().map(({ text }) => text);
	const pages = (subject: string) =>
		stage.sandbox.incidents().filter(({ title }) => title.startsWith(`${subject}: customers complain`));
	/** What responders read in the details of each event of an incident. */
	const detailsOf = (id = '') => stage.sandbox.log(id).map(({ channel }) => JSON.stringify(channel.details));

	it('pages nobody until somebody turns paging on, and says what it would have done', async () => {
		const quote = 'I was charged twice';
		expect(await complain({ id: 1, subject: 'Checkout', quote, urgency: 'Works badly' })).toBe(200);
		await ended.more(1);
		expect(pages('Checkout')).toEqual([]);
		expect(messages()).toEqual([
			expect.stringMatching(/^Dry run, nobody was paged: Checkout .*charged twice/),
		]);
		expect(await rows('Customer complaints')).toMatchObject([{ text: quote, severity: 'error' }]);
		expect(await rows('Customer urgencies')).toHaveLength(4);
	});

	describe('once paging is on', () => {
		beforeAll(async () => {
			await changeSettings(stage, workflow, { pagingIsOn: true });
			await stage.n8n.client.workflows.activate(workflow.id);
			stage.sandbox.inbox.clear();
		});

		it('makes one page of related complaints, with the words of all customers', async () => {
			const all = ['Card refused', 'Cannot pay', 'Paid, but no order'];
			const about = { subject: 'Payments', who: 'Jane', where: 'ticket 4711', urgency: 'Works badly' };
			await Promise.all(
				all.map(async (quote, index) => await complain({ ...about, id: `a${index}`, quote })),
			);
			await ended.more(3);
			const [page, ...others] = pages('Payments');
			expect(others).toEqual([]);
			const details = detailsOf(page?.id);
			expect(details).toHaveLength(3);
			for (const quote of all) expect(details.at(-1)).toContain(`“${quote}” – Jane, ticket 4711`);
			expect(details[0]).toContain('Customer quotes');
			expect(stage.sandbox.alerts(page?.id ?? '')).toMatchObject([{ severity: 'error' }]);
		});

		it('counts a complaint that is sent again only once', async () => {
			await complain({ id: 'a1', subject: 'Payments', quote: 'Cannot pay', urgency: 'Works badly' });
			await ended.more(1);
			expect(detailsOf(pages('Payments')[0]?.id)).toHaveLength(3);
		});

		it('gives a worse complaint a page of its own, so that it wakes somebody', async () => {
			await complain({ subject: 'Payments', quote: 'All down', urgency: 'Cannot buy or sign in' });
			await ended.more(1);
			const severities = pages('Payments').flatMap(({ id }) => stage.sandbox.alerts(id));
			expect(severities.map(({ severity }) => severity)).toEqual(['error', 'critical']);
		});

		it('opens a new page when the first one was resolved, with all complaints so far', async () => {
			const [first] = pages('Payments');
			stage.sandbox.resolve(first?.id ?? '');
			await complain({ subject: 'Payments', quote: 'Still refused', urgency: 'Works badly' });
			await ended.more(1);
			expect(pages('Payments')).toHaveLength(3);
			const [details] = detailsOf(pages('Payments').at(-1)?.id);
			for (const quote of ['Still refused', 'Card refused']) expect(details).toContain(quote);
		});

		it('takes complaints from its form', async () => {
			const url = formUrl(stage.n8n, workflow);
			await sendForm(url, ['Delivery', 'The parcel is empty', 'Joe', '', '', 'Annoying']);
			await ended.more(1);
			const [page] = pages('Delivery');
			expect(detailsOf(page?.id)[0]).toContain('“The parcel is empty” – Joe');
			expect(stage.sandbox.alerts(page?.id ?? '')).toMatchObject([{ severity: 'warning' }]);
		});

		it('lets in nobody without the key, and pages nobody for a complaint without a word', async () => {
			const before = stage.sandbox.incidents().length;
			expect(await complain({ subject: 'Checkout', quote: 'Ha' }, 'guessed')).toBe(403);
			expect(await complain({ subject: 'Checkout', quote: '  ' })).toBe(200);
			await ended.more(1);
			expect(stage.sandbox.incidents()).toHaveLength(before);
			expect(messages().at(-1)).toMatch(/^A complaint without a quote came in/);
		});

		it('takes an urgency that it does not know seriously, and cries out where PagerDuty refuses', async () => {
			stage.sandbox.fail({ path: '/v2/enqueue', kind: 'status', status: 400 });
			await complain({ subject: 'Signing in', quote: 'No code arrives', urgency: 'purple' });
			await ended.more(1, 'error');
			expect(messages().at(-1)).toMatch(/^NOBODY WAS PAGED about Signing in: “No code arrives”/);
			expect((await rows('Customer complaints')).at(-1)).toMatchObject({ severity: 'error' });
		});

		it.each([
			['with its ID', { id: 'again', subject: 'Something else' }],
			['with an empty ID', { id: '', subject: 'Checkout' }],
		])('pages for a complaint that is sent again, %s, after its page had failed', async (_, told) => {
			const complaint = { ...told, quote: 'The site is down', urgency: 'Works badly' };
			stage.sandbox.fail({ path: '/v2/enqueue', kind: 'status', status: 400 });
			await complain(complaint);
			await ended.more(1, 'error');
			expect(pages(told.subject)).toEqual([]);
			await complain(complaint);
			await ended.more(1);
			const [page, ...others] = pages(told.subject);
			expect(others).toEqual([]);
			expect(detailsOf(page?.id)).toEqual([expect.stringContaining('The site is down')]);
		});

		it('keeps each complaint that has an ID once, however often it was sent', async () => {
			const kept = (await rows('Customer complaints')).map(({ complaint_id: id }) => id);
			expect(kept.filter((id) => ['a1', 'again'].includes(String(id)))).toEqual(['a1', 'again']);
		});
	});
});
