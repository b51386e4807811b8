import fastify from 'fastify';
import { refuseForeignPages } from '../http/guard';
import type { CompletionRequest } from './request';
import { addModelRoutes } from './routes';
import { nextTurn, type Story } from './story';

export type { ToolCall, Turn } from './request';
export type { Story } from './story';

/** A language model that says what was written down for it, as OpenAI's API does. */
export interface ChatModel {
	/** The base URL that clients want: it ends in `/v1`. */
	readonly url: string;
	/** What it was asked, oldest first. */
	requests(): readonly CompletionRequest[];
	close(): Promise<void>;
}

/**
 * Starts a model on loopback that plays stories, so that an agent can be tested without a key. The one that answers people's
 * questions is part of the sandbox: see `assistant/`.
 *
 * @throws when the port is taken
 */
export async function startChatModel(
	stories: readonly Story[],
	{ port = 0 }: { readonly port?: number } = {},
): Promise<ChatModel> {
	const app = fastify({ forceCloseConnections: true });
	refuseForeignPages(app);
	const requests: CompletionRequest[] = [];
	addModelRoutes(app, '/v1', {
		models: stories.map(({ model }) => model),
		next: (request) => {
			requests.push(request);
			return nextTurn(stories, request);
		},
	});
	const address = await app.listen({ port, host: '127.0.0.1' });
	return { url: `${address}/v1`, requests: () => requests, close: async () => await app.close() };
}
