import type { StoredWorkflow } from '../../support/n8nTypes';
import { preloading } from '../../support/preloading';
import { openStage } from '../stage';
import { clicked } from './acting';

jest.setTimeout(240_000);

const table = 'Report clients';
const startOfMonth = (monthsFromNow: number) => {
	const now = new Date();
	return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsFromNow));
};
const monthOf = (moment: Date) => moment.toISOString().slice(0, 7);

/** For n8n it is the first of next month in Berlin and London, and still the last of this one in New York. */
const clock = {
	...preloading('e2e/anotherTime.mjs'),
	CLOCK_STARTS_AT: new Date(startOfMonth(1).getTime() + 2 * 3_600_000).toISOString(),
	GENERIC_TIMEZONE: 'America/New_York',
	// The other one has a clock of its own.
	N8N_EXPRESSION_ENGINE: 'legacy',
};
const thisMonth = monthOf(startOfMonth(0));
const monthBefore = monthOf(startOfMonth(-1));

/** What a report says under its title. */
function periodOf(start: Date, zone: string): RegExp {
	const month = start.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return new RegExp(`1 to \\d+ ${month} \\(${zone}\\)`);
}

describe('workflows/monthly-report.json', () => {
	const stage = openStage('2.41', { env: clock });
	let workflow: StoredWorkflow;
	beforeAll(async () => {
		workflow = await stage.n8n.importTemplate('monthly-report.json', stage.credentials, stage.sandbox);
	});
	beforeEach(() => stage.sandbox.inbox.clear());

	const click = async (trigger: string) => await clicked(stage, workflow, trigger);
	const rows = async () => await stage.n8n.client.dataTables.rows(table);
	const mails = () => stage.sandbox.inbox.mails();
	const messages = () => stage.sandbox.inbox.messages().map(({ text }) => text);

	it('makes its table with an example, once', async () => {
		await click('Set up (run once)');
		await click('Set up (run once)');
		expect(await rows()).toMatchObject([{ client: 'Harborline', account: 'main', sent_for: null }]);
	});

	it('mails the report with its files, and no second time', async () => {
		await click('Send now');
		expect(messages()).toEqual([]);
		const [mail] = mails();
		expect(mail).toMatchObject({
			from: 'reports@example.com',
			to: ['operations@harborline.example'],
			subject: `Harborline: incidents of ${thisMonth}`,
			attachments: [{ type: 'application/pdf' }, { type: 'text/csv' }],
		});
		expect(mail?.html).toContain(`<h1>Harborline: incidents of ${thisMonth}</h1>`);
		const [pdf, csv] = mail?.attachments ?? [];
		expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-');
		const listed = csv?.content.toString().trim().split('\r\n').length ?? 0;
		const created = stage.sandbox.incidents().filter(({ createdAt }) => createdAt.startsWith(thisMonth));
		// The first and the last hours of a month belong to another one in another time zone.
		expect(Math.abs(listed - 1 - created.length)).toBeLessThanOrEqual(2);
		expect(await rows()).toMatchObject([{ sent_for: thisMonth }]);

		await click('Send now');
		expect(mails()).toHaveLength(1);
	});

	it('means by last month that of the client, or where none is named that of n8n', async () => {
		const client = { account: 'main', mail_to: 'client@example.com' };
		await stage.n8n.client.dataTables.insert(table, [
			{ ...client, client: 'Thames', time_zone: 'Europe/London' },
			{ ...client, client: 'Hudson' },
		]);
		await click('Send now');
		expect(mails().map(({ subject }) => subject)).toEqual([
			`Thames: incidents of ${thisMonth}`,
			`Hudson: incidents of ${monthBefore}`,
		]);
		const [thames, hudson] = mails().map(({ html }) => html);
		expect(thames).toMatch(periodOf(startOfMonth(0), 'Europe/London'));
		expect(hudson).toMatch(periodOf(startOfMonth(-1), 'America/New_York'));
		await click('Send now');
		expect(mails()).toHaveLength(2);
	});

	it('tells the chat whose report could not be made or sent, sends the others, and tries again', async () => {
		const client = { account: 'main', time_zone: 'UTC', mail_to: 'client@example.com' };
		await stage.n8n.client.dataTables.insert(table, [
			{ ...client, client: 'Acme', account: 'acme' },
			{ ...client, client: 'Borealis', team_ids: 'not an ID' },
			{ ...client, client: 'Cirrus', mail_to: 'nobody' },
			{ ...client, client: 'Delta' },
		]);
		await click('Send now');
		expect(mails().map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Delta: incidents of /)]);
		const failed = (name: string) => expect.stringContaining(`The monthly report for ${name} was not sent: `);
		expect(messages().sort()).toEqual([failed('Acme'), failed('Borealis'), failed('Cirrus')]);
		expect(messages().join('\n')).toContain('no PagerDuty node for account acme');
		expect(messages().join('\n')).not.toMatch(/undefined|\[object/);
		await click('Send now');
		expect(mails()).toHaveLength(1);
		expect(messages()).toHaveLength(6);
	});
});
