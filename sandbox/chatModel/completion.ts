import { randomUUID } from 'node:crypto';
import type { Turn } from './request';

/** Nothing is counted here, but clients add the numbers up. */
const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** A turn as OpenAI's Chat Completions API gives it. Source: https://platform.openai.com/docs/api-reference/chat */
export function completionOf(model: string, turn: Turn) {
	const message = messageOf(turn);
	const choice = { index: 0, message, finish_reason: reasonOf(turn), logprobs: null };
	return { ...head(model, 'chat.completion'), choices: [choice], usage };
}

/** The same as a stream of server-sent events, in one piece. */
export function streamOf(model: string, turn: Turn): string {
	const { content, tool_calls: calls } = messageOf(turn);
	const indexed = calls?.map((call, index) => ({ index, ...call }));
	const delta = { role: 'assistant', content, ...(indexed ? { tool_calls: indexed } : {}) };
	const chunk = (part: object) => ({
		...head(model, 'chat.completion.chunk'),
		choices: [{ index: 0, ...part }],
	});
	const chunks = [
		chunk({ delta, finish_reason: null }),
		chunk({ delta: {}, finish_reason: reasonOf(turn) }),
		{ ...head(model, 'chat.completion.chunk'), choices: [], usage },
	];
	return [...chunks.map((each) => JSON.stringify(each)), '[DONE]']
		.map((data) => `data: ${data}\n\n`)
		.join('');
}

const head = (model: string, object: string) => ({
	id: `chatcmpl-${randomUUID()}`,
	object,
	created: Math.floor(Date.now() / 1000),
	model,
});

const reasonOf = (turn: Turn) => ('say' in turn ? 'stop' : 'tool_calls');

function messageOf(turn: Turn) {
	if ('say' in turn) return { role: 'assistant', content: turn.say };
	const calls = turn.call.map(({ tool, args }) => ({
		id: `call_${randomUUID()}`,
		type: 'function',
		function: { name: tool, arguments: JSON.stringify(args) },
	}));
	return { role: 'assistant', content: null, tool_calls: calls };
}
