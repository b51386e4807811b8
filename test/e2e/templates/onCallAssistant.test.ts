import { until } from '../../support/until';
import { openAskingStage, press } from '../askingStage';
import { chatOf, type Chat } from './chat';

jest.setTimeout(240_000);

describe('workflows/on-call-assistant.json', () => {
	const stage = openAskingStage('2.41');
	let chat: Chat;
	let workflowId: string;
	beforeAll(async () => {
		const workflow = await stage.n8n.importTemplate(
			'on-call-assistant.json',
			stage.credentials,
			stage.sandbox,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		workflowId = workflow.id;
		chat = chatOf(stage.n8n, workflow);
	});

	/** Writes what wants an approval, and finds the question whether the tool may run; each is asked once here. */
	async function writeAndBeAsked(message: string, tool: string) {
		const { executionId, answer } = await chat.write(message);
		const { id, link } = await stage.asked(`May the on-call assistant run “${tool}”?`);
		await until('the agent waits', async () => await stage.isWaiting(executionId));
		return { answer, link, details: stage.sandbox.incident(id)?.details };
	}

	it('answers from what is in PagerDuty', async () => {
		const answers = await Promise.all(
			[
				'Who is on call for payments?',
				'Show me all open incidents',
				'What happened to checkout this week?',
				'Were there past incidents like #1040?',
				'What do we know about #1040?',
				'How many incidents were there this month?',
				'How is the login service?',
				'What changed on checkout?',
			].map(async (question) => await chat.ask(question)),
		);
		const [onCall, open, week, past, about, count, status, changes] = answers;
		expect(onCall).toMatch(/On call for \*\*Payments Gateway\*\*:\n\n- Level 1: Maya Lindqvist/);
		const stillOpen = stage.sandbox.incidents().filter((incident) => incident.status !== 'resolved');
		for (const { number, title } of stillOpen) expect(open).toContain(`**#${number}** ${title}`);
		expect(week).toContain('Database connections exhausted (resolved, high urgency) on Checkout API');
		expect(past).toContain('Disk almost full on checkout-db-2');
		expect(about).toContain('Deployed checkout 2.41');
		expect(count).toContain(`${stage.sandbox.incidents().length} incidents in the last 30 days`);
		expect(status).toContain('**Identity & Login** is active');
		expect(changes).toContain('Rolled back checkout 2.40');
	});

	it('remembers what the talk is about', async () => {
		expect(await chat.ask('Show me the timeline of #1035', 'one talk')).toMatch(
			/acknowledged after 4 min, resolved after 48 min.*\n\n- .*Checkout API opened the incident/,
		);
		expect(await chat.ask('What do we know about it?', 'one talk')).toContain('Error rate above 2 %');
	});

	it('writes a note only when somebody has approved it', async () => {
		const { id, number } = stage.sandbox.trigger({ title: 'Baskets are empty' });
		const message = `Add a note to #${number}: restarted the pods`;
		const { answer, link, details } = await writeAndBeAsked(message, 'Add note');
		expect(details).toContain(`{"incident":"#${number}","note":"restarted the pods"}`);
		expect(details).toContain(`The question in the chat was: ${message}`);
		expect(stage.sandbox.notes(id)).toEqual([]);
		await press(link, 'approve');
		expect(await answer).toBe(`I have written on #${number}: “restarted the pods”.`);
		expect(stage.sandbox.notes(id)).toMatchObject([{ content: 'restarted the pods' }]);
	});

	it('changes nothing when somebody declines', async () => {
		const { id, number } = stage.sandbox.trigger({ title: 'Prices are wrong' });
		const { answer, link } = await writeAndBeAsked(`Resolve #${number}`, 'Resolve incident');
		await press(link, 'decline');
		expect(await answer).toMatch(/^I could not do that\. User rejected the tool call/);
		expect(stage.sandbox.incident(id)).toMatchObject({ status: 'triggered' });
	});

	it('acknowledges when somebody has approved it, and has used all of its twelve tools by now', async () => {
		const { id, number } = stage.sandbox.trigger({ title: 'Search is slow' });
		const { answer, link } = await writeAndBeAsked(`Acknowledge #${number}`, 'Acknowledge incident');
		await press(link, 'approve');
		expect(await answer).toContain('is acknowledged now. It is assigned to Maya Lindqvist.');
		expect(stage.sandbox.incident(id)).toMatchObject({ status: 'acknowledged' });

		const { nodes } = await stage.n8n.client.workflows.get(workflowId);
		const tools = nodes.filter(({ type }) => type.endsWith('.pagerDutyTool')).map(({ name }) => name);
		const executions = await stage.n8n.client.executions.list(workflowId);
		const used = new Set<string>();
		for (const each of executions) {
			const { data } = await stage.n8n.client.executions.get(each.id);
			for (const node of Object.keys(data.resultData.runData)) used.add(node);
		}
		expect(tools).toHaveLength(12);
		// Nobody has approved this one.
		expect(tools.filter((name) => !used.has(name))).toEqual(['Resolve incident']);
	});

	it('answers nobody who is not logged in', async () => {
		const body = JSON.stringify({ action: 'sendMessage', sessionId: 'stranger', chatInput: 'Hello' });
		const headers = { 'Content-Type': 'application/json' };
		expect((await fetch(chat.url, { method: 'POST', headers, body })).status).toBe(401);
	});
});
