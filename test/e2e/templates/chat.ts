import type { N8n } from '../../support/n8n';
import type { StoredWorkflow } from '../../support/n8nTypes';

/** A chat of n8n, as its page in the browser uses it. */
export interface Chat {
	/**
	 * Writes a message.
	 *
	 * @param session messages of one session are one talk
	 * @returns the execution that it started, and what comes back: it may take until somebody has approved something
	 */
	write(message: string, session?: string): Promise<{ executionId: string; answer: Promise<string> }>;
	/** Writes a message and waits for what comes back. */
	ask(message: string, session?: string): Promise<string>;
	/** The address at which messages arrive. */
	readonly url: string;
}

/** What n8n answers to a message: the execution, and what lets its sender listen. */
interface Started {
	executionId: string;
	resumeToken: string;
}

/** What n8n sends beside messages. */
const signals = ['n8n|heartbeat', 'n8n|continue'];

/** The chat of a published workflow whose Chat Trigger answers with response nodes, for whoever is logged in. */
export function chatOf(n8n: N8n, { nodes }: StoredWorkflow): Chat {
	const trigger = nodes.find(({ type }) => type.endsWith('.chatTrigger'));
	const path = `/webhook/${String(trigger?.webhookId)}/chat`;

	async function write(chatInput: string, sessionId: string = crypto.randomUUID()) {
		const message = { action: 'sendMessage', sessionId, chatInput };
		const { executionId, resumeToken: token } = (await n8n.client.send('POST', path, message)) as Started;
		const query = new URLSearchParams({ sessionId, executionId, isPublic: 'true', token });
		return { executionId, answer: firstMessage(`${n8n.host.url.replace('http', 'ws')}/chat?${query}`) };
	}

	return {
		url: n8n.host.url + path,
		write,
		ask: async (message, session) => await (await write(message, session)).answer,
	};
}

/** @throws when the conversation ends before anything was said */
async function firstMessage(url: string): Promise<string> {
	const socket = new WebSocket(url);
	return await new Promise((resolve, reject) => {
		socket.addEventListener('message', ({ data }) => {
			const text = String(data);
			if (text === signals[0]) socket.send('n8n|heartbeat-ack');
			if (!signals.includes(text)) resolve(text);
		});
		socket.addEventListener('close', () => reject(new Error('The chat ended without an answer.')));
		socket.addEventListener('error', () => reject(new Error('The chat could not be reached.')));
	});
}
