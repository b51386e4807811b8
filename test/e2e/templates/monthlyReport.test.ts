import type { StoredWorkflow } from '../../support/n8nTypes';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const table = 'Report clients';

describe('workflows/monthly-report.json', () => {
	const stage = openStage('2.41', {});
	let workflow: StoredWorkflow;
	beforeAll(async () => {
		workflow = await stage.n8n.importTemplate('monthly-report.json', stage.credentials, stage.sandbox);
	});
	beforeEach(() => stage.sandbox.inbox.clear());

	async function click(trigger: string): Promise<void> {
		const { client } = stage.n8n;
		const { executionId } = await client.workflows.run(workflow.id, trigger);
		const execution = await client.executions.finished(String(executionId), 60_000);
		expect(execution.data.resultData.error?.message).toBeUndefined();
	}
	const rows = async () => await stage.n8n.client.dataTables.rows(table);
	const mails = () => stage.sandbox.inbox.mails();
	const messages = () => stage.sandbox.inbox.messages().map(({ text }) => text);

	it('makes its table with an example, once', async () => {
		await click('Set up (run once)');
		await click('Set up (run once)');
		expect(await rows()).toMatchObject([{ client: 'Harborline', account: 'main', sent_for: null }]);
	});

	it('mails the report with its files, and no second time', async () => {
		const lastMonth = new Date();
		lastMonth.setUTCDate(0);
		const month = lastMonth.toISOString().slice(0, 7);
		await click('Send now');
		expect(messages()).toEqual([]);
		const [mail] = mails();
		expect(mail).toMatchObject({
			from: 'reports@example.com',
			to: ['operations@harborline.example'],
			subject: `Harborline: incidents of ${month}`,
			attachments: [{ type: 'application/pdf' }, { type: 'text/csv' }],
		});
		expect(mail?.html).toContain(`<h1>Harborline: incidents of ${month}</h1>`);
		const [pdf, csv] = mail?.attachments ?? [];
		expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-');
		const listed = csv?.content.toString().trim().split('\r\n').length ?? 0;
		const created = stage.sandbox.incidents().filter(({ createdAt }) => createdAt.startsWith(month));
		// The first and the last hours of a month belong to another one in another time zone.
		expect(Math.abs(listed - 1 - created.length)).toBeLessThanOrEqual(2);
		expect(await rows()).toMatchObject([{ sent_for: month }]);

		await click('Send now');
		expect(mails()).toHaveLength(1);
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
