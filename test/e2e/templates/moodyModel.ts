import { createServer, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** What a model does wrong. */
export const moods = [
	'is dead',
	'is silent',
	'talks nonsense',
	'forgets its confidence',
	'invents a time',
] as const;

type Mood = (typeof moods)[number];

const answers: Partial<Record<Mood, string>> = {
	'talks nonsense': 'It is always DNS.',
	'forgets its confidence': JSON.stringify({
		output: {
			hypothesis: 'The disk is full.',
			signals: ['2026-01-01T00:00:00Z: it is full'],
			recommended_action: 'Empty the disk.',
		},
	}),
	'invents a time': JSON.stringify({
		output: {
			hypothesis: 'The disk is full.',
			confidence: 'high',
			signals: ['around noon: it was full'],
			recommended_action: 'Empty the disk.',
		},
	}),
};

interface Asked {
	messages: Array<{ role: string; content: string }>;
}

/** The title of the incident whose context a model is asked about. Others are in there, too. */
function titleIn({ messages }: Asked): string | undefined {
	const [context] = /^\{.*\}$/m.exec(String(messages.at(-1)?.content)) ?? ['{}'];
	return (JSON.parse(context) as { incident?: { title: string } }).incident?.title;
}

function misbehave(mood: Mood, response: ServerResponse): void {
	const content = answers[mood];
	if (content !== undefined) {
		const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
		const answer = { id: '1', object: 'chat.completion', created: 0, model: 'moody', choices: [choice] };
		response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
	} else if (mood === 'is dead') response.destroy();
	// A silent one holds the connection, and says nothing.
}

/**
 * A chat model that misbehaves where it is asked about an incident whose title says so, such as "The model is dead", and
 * passes all else on to another one.
 *
 * @param base of the other one
 */
export async function startMoodyModel(base: string): Promise<{ url: string; close(): void }> {
	const server = createServer((request, response) => {
		void (async () => {
			const asked = (await json(request)) as Asked;
			const mood = moods.find((each) => titleIn(asked) === `The model ${each}`);
			if (mood) return misbehave(mood, response);
			const answer = await fetch(base + String(request.url), {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(asked),
			});
			response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => server.close().closeAllConnections(),
	};
}
