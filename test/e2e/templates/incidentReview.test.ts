import { startChatModel, type ChatModel } from '../../../sandbox/chatModel';
import { idNamed } from '../../support/idNamed';
import type { N8nVersion, StoredWorkflow, WorkflowNode } from '../../support/n8nTypes';
import { until } from '../../support/until';
import { openAi } from '../agentWorkflow';
import { openStage } from '../stage';
import { published } from './acting';
import { withSettings } from './settings';

jest.setTimeout(240_000);

describe.each<N8nVersion>(['2.41', '1.123'])('workflows/incident-review.json in n8n %s', (which) => {
	const stage = openStage(which);
	let model: ChatModel;

	beforeAll(async () => {
		model = await startChatModel([
			{ model: 'gpt-4.1-mini', turns: [{ say: 'The release broke the basket.' }] },
		]);
	});
	afterAll(async () => await model.close());

	async function imported(change = (nodes: WorkflowNode[]) => nodes, credentials = stage.credentials) {
		const { n8n, sandbox } = stage;
		const workflow = await n8n.importTemplate('incident-review.json', credentials, sandbox);
		await n8n.client.workflows.update(workflow.id, { nodes: change(workflow.nodes) });
		await published(stage, workflow);
		return workflow;
	}

	async function unpublished({ id }: StoredWorkflow, executions: number) {
		const ended = await stage.n8n.client.executions.ofWorkflow(id, executions);
		for (const { data } of ended) expect(data.resultData.error?.message).toBeUndefined();
		await stage.n8n.client.workflows.deactivate(id);
		await until('it is unsubscribed', () => stage.sandbox.subscriptions().length === 0);
	}

	/** An incident that people have dealt with. */
	function story(title: string) {
		const { sandbox } = stage;
		const { id } = sandbox.trigger({ serviceId: idNamed(sandbox.services(), 'Checkout API'), title });
		sandbox.alert(id, { key: 'basket', summary: 'Basket answers 500 <http://evil.example|here>' });
		sandbox.acknowledge(id);
		sandbox.note(id, 'Rolled checkout 2.41 back.\nIt was the voucher code.');
		return sandbox.resolve(id);
	}

	it('drafts a review from what PagerDuty knows, for the chat and as a file in the mail', async () => {
		const { sandbox } = stage;
		const workflow = await imported();
		const incident = story('Basket is empty');
		await until('it is mailed', () => sandbox.inbox.mails().length === 1, 60_000);
		await unpublished(workflow, 1);

		const [mail] = sandbox.inbox.mails();
		expect(mail).toMatchObject({
			to: ['reviews@example.com'],
			subject: `Review of incident #${incident.number}: Basket is empty`,
		});
		expect(mail?.attachments.map(({ name }) => name)).toEqual([`review-${incident.number}.md`]);
		const draft = String(mail?.attachments[0]?.content.toString('utf8'));
		expect(draft).toContain(`# Review of incident #${incident.number} (draft)`);
		expect(draft).toMatch(/acknowledged after \d+ s, resolved after \d+ s, no escalation/);
		expect(draft).toMatch(/- Took part: .*Maya Lindqvist/);
		expect(draft).toMatch(/## What had changed\n\n- [\d-]+T[\d:]+Z: Deployed checkout 2\.41\n\n/);
		expect(draft).toContain('Rolled checkout 2.41 back.\nIt was the voucher code.');
		expect(draft).toMatch(/## Timeline\n\n- .* opened the incident\n/);
		expect(draft).toContain('Basket answers 500 ‹http://evil.example|here>');
		expect(draft).toMatch(/## Summary\n\nTo be written\.\n/);
		expect(draft).not.toMatch(/undefined|\[object|null|\{\{/);
		const messages = sandbox.inbox.messages().map(({ text }) => text);
		expect(messages).toEqual([expect.stringContaining(`(draft)\n\n**#${incident.number} Basket is empty**`)]);
		expect(model.requests()).toEqual([]);
	});

	it('asks a model where that is wanted, and does without where it fails', async () => {
		const { n8n, sandbox } = stage;
		sandbox.inbox.clear();
		const { id: openAiApi } = await n8n.client.credentials.create(openAi(model));
		const workflow = await imported(
			(nodes) => withSettings(nodes, { mailTo: '' }).map((node) => ({ ...node, disabled: false })),
			{ ...stage.credentials, openAiApi },
		);
		const first = story('First');
		await until('the chat has the first draft', () => sandbox.inbox.messages().length === 1, 60_000);
		await model.close();
		const second = story('Second');
		await until('the chat has the second draft', () => sandbox.inbox.messages().length === 2, 60_000);
		await unpublished(workflow, 2);
		await n8n.client.credentials.remove(openAiApi);

		const [summarized = '', plain = ''] = sandbox.inbox.messages().map(({ text }) => text);
		expect(summarized).toContain(`#${first.number} First`);
		expect(summarized).toContain('*Written by a model. Check it.*\n\nThe release broke the basket.');
		expect(JSON.stringify(model.requests())).toContain('Rolled checkout 2.41 back.');
		expect(plain).toContain(`#${second.number} Second`);
		expect(plain).toContain('To be written.\nThe model gave no answer.');
		expect(sandbox.inbox.mails()).toEqual([]);
	});
});
