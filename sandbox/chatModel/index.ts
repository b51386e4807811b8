import fastify from 'fastify';
import { refuseForeignPages } from '../http/guard';
import { completionOf, streamOf } from './completion';
import { nextTurn, type CompletionRequest, type Story } from './story';

export type { Story, ToolCall, Turn } from './story';

/** A language model that says what was written down for it, as OpenAI's API does. */
export interface ChatModel {
	/** The base URL that clients want: it ends in `/v1`. */
	readonly url: string;
	/** What it was asked, oldest first. */
	requests(): readonly CompletionRequest[];
	close(): Promise<void>;
}

/**
 * Starts a model on loopback that plays stories, so that an agent can be tried, tested and shown without a key.
 *
 * @throws when the port is taken
 */
export async function startChatModel(
	stories: readonly Story[],
	{ port = 0 }: { readonly port?: number } = {},
): Promise<ChatModel> {
	const app = fastify({ forceCloseConnections: true, bodyLimit: 10_000_000 });
	refuseForeignPages(app);
	const requests: CompletionRequest[] = [];
	app.get('/v1/models', async () => ({
		object: 'list',
		data: stories.map(({ model }) => ({ id: model, object: 'model', created: 0, owned_by: 'sandbox' })),
	}));
	app.post<{ Body: CompletionRequest }>('/v1/chat/completions', async ({ body }, reply) => {
		requests.push(body);
		const turn = nextTurn(stories, body);
		if (!body.stream) return completionOf(body.model, turn);
		return await reply.type('text/event-stream').send(streamOf(body.model, turn));
	});
	app.setErrorHandler((error, _request, reply) => {
		const message = error instanceof Error ? error.message : String(error);
		return reply
			.code(400)
			.send({ error: { message, type: 'invalid_request_error', param: null, code: null } });
	});
	const address = await app.listen({ port, host: '127.0.0.1' });
	return { url: `${address}/v1`, requests: () => requests, close: async () => await app.close() };
}
