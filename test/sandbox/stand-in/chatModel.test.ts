import { startChatModel, type ChatModel } from '../../../sandbox/chatModel';

let model: ChatModel;
beforeAll(async () => {
	model = await startChatModel([
		{ model: 'calls-only', turns: [{ call: [{ tool: 'Restart', args: {} }] }] },
		{
			model: 'restarts',
			turns: [{ call: [{ tool: 'Restart', args: { host: 'web-1' } }] }, { say: 'Restarted.' }],
		},
	]);
});
afterAll(() => model.close());

const question = { role: 'user', content: 'web-1 hangs' };
const tools = [{ type: 'function', function: { name: 'Restart', parameters: {} } }];
const ask = async (body: object) => {
	const answer = await fetch(`${model.url}/chat/completions`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ model: 'restarts', tools, messages: [question], ...body }),
	});
	return { status: answer.status, text: await answer.text() };
};

it('A scripted model calls the tool of its story, and says the last words when it has the result', async () => {
	const first = JSON.parse((await ask({})).text) as { choices: [{ message: object; finish_reason: string }] };
	const [{ message, finish_reason: reason }] = first.choices;
	expect(message).toMatchObject({
		tool_calls: [{ function: { name: 'Restart', arguments: '{"host":"web-1"}' } }],
	});
	expect(reason).toBe('tool_calls');
	const messages = [question, message, { role: 'tool', content: 'done' }];
	expect(JSON.parse((await ask({ messages })).text)).toMatchObject({
		choices: [{ message: { content: 'Restarted.' }, finish_reason: 'stop' }],
	});
	expect(model.requests()).toHaveLength(2);
});

it('A scripted model streams to clients that want a stream', async () => {
	const { text } = await ask({ stream: true });
	expect(text).toContain('"name":"Restart"');
	expect(text).toMatch(/data: \[DONE\]\n\n$/);
});

it.each([
	[
		'a story that is not there',
		{ model: 'other' },
		'No story of the model \\"other\\". There are: calls-only, restarts',
	],
	['a tool that is not offered', { tools: [] }, 'The story calls the tool \\"Restart\\". There are: none'],
	[
		'more turns than there are',
		{ model: 'calls-only', messages: [question, { role: 'assistant' }, { role: 'tool' }] },
		'has no turn after its 1',
	],
])('A scripted model refuses %s, and says what there is', async (_, body, words) => {
	const { status, text } = await ask(body);
	expect(status).toBe(400);
	expect(text).toContain(words);
});
