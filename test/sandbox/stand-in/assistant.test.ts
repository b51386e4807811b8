import { openDesk, type Desk } from '../../support/operations/desk';
import { assistantTools } from './assistantTools';
import { talkTo, type Assistant } from './talk';

let desk: Desk;
let assistant: Assistant;
beforeAll(async () => {
	desk = await openDesk();
	assistant = talkTo(`${desk.sandbox.url}/_sandbox/model/v1`, assistantTools(desk));
});
afterAll(() => desk.sandbox.close());

const named = (name: string) => String(desk.sandbox.services().find((service) => service.name === name)?.id);

describe('the scripted model answers from what the tools give', () => {
	it('who is on call for a service, level by level', async () => {
		expect(await assistant.ask('Who is on call for payments?')).toMatch(
			/^On call for \*\*Payments Gateway\*\*:\n\n- Level 1: Maya Lindqvist\n- Level 2: .*\n- Level 3: Rachel Kim/,
		);
	});

	it('all open incidents, however old', async () => {
		const [old] = desk.sandbox.incidents();
		desk.sandbox.change(String(old?.id), { status: 'acknowledged' });
		const open = desk.sandbox.incidents().filter(({ status }) => status !== 'resolved');
		const answer = await assistant.ask('Show me all open incidents');
		expect(answer).toContain(`${open.length} open incidents:`);
		for (const { number, title } of open) expect(answer).toContain(`**#${number}** ${title}`);
		desk.sandbox.resolve(String(old?.id));
	});

	it('what happened to a service, and the time that the question names', async () => {
		const week = await assistant.ask('What happened to checkout this week?');
		expect(week).toMatch(/^\d incidents of \*\*Checkout API\*\* in the last 7 days:/);
		expect(week).toContain('Database connections exhausted (resolved');
		const day = await assistant.ask('What happened on checkout today?');
		expect(day).toContain('in the last 24 hours');
		expect(day).not.toContain('Database connections exhausted');
		expect(await assistant.ask('What happened to the internal wiki this month?')).toBe(
			'Internal Wiki had no incident in the last 30 days.',
		);
	});

	it('what is known about an incident, and goes on talking about it', async () => {
		const { id, number } = desk.sandbox.trigger({ title: 'Tax is 0', serviceId: named('Checkout API') });
		desk.sandbox.acknowledge(id);
		expect(await assistant.ask(`What do we know about #${number}?`)).toContain('Deployed checkout 2.41');
		expect(await assistant.ask('Show me the timeline')).toMatch(/Tax is 0.*\n.*\n\n(- .*\n)*.*acknowledged/);
		expect(await assistant.ask('Were there past incidents like this?')).toContain(
			'Tax calculation differs from the price list',
		);
		expect(await assistant.ask(`Add a note to #${number}: prices: wrong`)).toContain('prices: wrong');
		expect(desk.sandbox.notes(id)).toMatchObject([{ content: 'prices: wrong' }]);
		expect(await assistant.ask('Resolve it')).toContain('is resolved now');
		expect(desk.sandbox.incident(id)).toMatchObject({ status: 'resolved' });
	});

	it('what changed on a service, how it is, which ones there are, and how many incidents they had', async () => {
		expect(await assistant.ask('What changed on checkout lately?')).toContain('Deployed checkout 2.41');
		expect(await assistant.ask('How is the login service?')).toMatch(
			/^\*\*Identity & Login\*\* is active: 0 open incidents .* On call: Hannah Fischer\.$/,
		);
		expect((await assistant.ask('Which services are there?')).match(/^- /gm)).toHaveLength(8);
		expect(await assistant.ask('How many incidents were there this month?')).toMatch(
			/^\d+ incidents in the last 30 days:\n\n- Checkout API: \d/,
		);
	});
});

describe('the scripted model asks back or says what it can be asked', () => {
	it.each([
		['Hello', 'I understand only questions like these:\n\n- Who is on call for payments?'],
		['Who is on call?', 'Which service do you mean? There are: Checkout API, '],
		['Who is on call for bananas?', 'no service that is called “bananas”'],
		['Show me the timeline of #999999', 'I could not do that. Incident Not Found'],
	])('to: %s', async (question, words) => {
		expect(await assistant.ask(question)).toContain(words);
	});

	it('where nobody named an incident yet', async () => {
		const stranger = talkTo(`${desk.sandbox.url}/_sandbox/model/v1`, assistantTools(desk));
		expect(await stranger.ask('Acknowledge')).toContain('Which incident do you mean?');
	});

	it('where it lacks a tool', async () => {
		const empty = talkTo(`${desk.sandbox.url}/_sandbox/model/v1`, {});
		expect(await empty.ask('Acknowledge #1040')).toBe(
			'For that I need the tool “Acknowledge incident”, which I do not have.',
		);
	});

	it('and every example that it names is one that it understands', async () => {
		const examples = [...(await assistant.ask('Help')).matchAll(/^- (.*)$/gm)].map(([, text]) =>
			String(text),
		);
		expect(examples).toHaveLength(13);
		for (const example of examples) {
			const answer = await assistant.ask(example);
			expect({ example, answer }).not.toMatchObject({
				answer: expect.stringMatching(/I understand only|I could not|do you mean|I found no/) as string,
			});
		}
	});
});

describe('the API of the scripted model', () => {
	const post = async (body: object) =>
		await fetch(`${desk.sandbox.url}/_sandbox/model/v1/chat/completions`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
	const messages = [{ role: 'user', content: [{ type: 'text', text: 'Resolve #1040' }] }];

	it('wraps what a person reviews first, as n8n wants it, and takes a question in parts', async () => {
		const parameters = { properties: { toolParameters: {}, tool: {} } };
		const tools = [{ type: 'function', function: { name: 'Resolve_incident', parameters } }];
		expect(await (await post({ model: 'gpt', messages, tools })).text()).toContain(
			JSON.stringify(JSON.stringify({ toolParameters: { incident: '#1040' } })),
		);
	});

	it('tells a person what became of a reviewed call', async () => {
		const rejected = { role: 'tool', content: '[{"output":"User rejected the tool call."}]' };
		expect(await (await post({ model: 'gpt', messages: [...messages, rejected] })).text()).toContain(
			'I could not do that. User rejected the tool call.',
		);
	});

	it('lists its one model, and has errors in the form of that API', async () => {
		const models = await (await fetch(`${desk.sandbox.url}/_sandbox/model/v1/models`)).json();
		expect(models).toMatchObject({ data: [{ id: 'sandbox' }] });
		const refused = await post({ model: 'gpt' });
		expect(refused.status).toBe(400);
		expect(await refused.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
	});
});
