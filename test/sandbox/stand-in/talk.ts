import type { IDataObject } from 'n8n-workflow';

interface Message {
	role: string;
	content: string | null;
	tool_calls?: Array<{ id: string; function: { name: string; arguments: string } }>;
}

/** Tools by the names that a model calls them by: from arguments to rows. */
export type Tools = Readonly<Record<string, (args: IDataObject) => Promise<IDataObject[]>>>;

/** A person who talks with a chat model, and the program between them that runs the tools. */
export interface Assistant {
	/** @returns the last words */
	ask(question: string): Promise<string>;
}

/**
 * Talks with a model, as an agent does: runs the tools that it calls until it says something. What was said before goes along.
 *
 * @param url the model's base URL
 * @param tools whose errors the model is told
 */
export function talkTo(url: string, tools: Tools): Assistant {
	const messages: object[] = [];
	const offered = Object.keys(tools).map((name) => ({
		type: 'function',
		function: { name, parameters: {} },
	}));

	async function complete(): Promise<Message> {
		const response = await fetch(`${url}/chat/completions`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ model: 'any', messages, tools: offered }),
		});
		if (response.status !== 200) throw new Error(await response.text());
		return ((await response.json()) as { choices: [{ message: Message }] }).choices[0].message;
	}

	async function answerOf(name: string, args: string): Promise<string> {
		const rows = tools[name]?.(JSON.parse(args) as IDataObject) ?? Promise.reject(new Error('no such tool'));
		return JSON.stringify(await rows.catch(({ message }: Error) => [{ error: message }]));
	}

	return {
		async ask(question) {
			messages.push({ role: 'user', content: question });
			for (;;) {
				const message = await complete();
				messages.push(message);
				if (!message.tool_calls) return String(message.content);
				for (const { id, function: called } of message.tool_calls) {
					const content = await answerOf(called.name, called.arguments);
					messages.push({ role: 'tool', tool_call_id: id, content });
				}
			}
		},
	};
}
