import type { FastifyInstance } from 'fastify';
import { ErrorAnswer } from '../errors';
import { completionOf, streamOf } from './completion';
import type { CompletionRequest, Turn } from './request';

/** A model behind an API. */
export interface Model {
	/** The names of the models that clients may choose. */
	readonly models: readonly string[];
	/** @throws Error that the client is told */
	next(request: CompletionRequest): Turn | Promise<Turn>;
}

/**
 * The two routes of OpenAI's API that clients of a chat model need. Errors have OpenAI's form, so `app` should be a scope of
 * its own where others speak another API.
 *
 * @param base the path before `/models`; clients want it at the end of their base URL
 */
export function addModelRoutes(app: FastifyInstance, base: string, { models, next }: Model): void {
	app.setErrorHandler((error, _request, reply) => {
		const message = error instanceof Error ? error.message : String(error);
		return reply
			.code(error instanceof ErrorAnswer ? error.status : 400)
			.send({ error: { message, type: 'invalid_request_error', param: null, code: null } });
	});
	app.get(`${base}/models`, async () => ({
		object: 'list',
		data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'sandbox' })),
	}));
	const options = { bodyLimit: 10_000_000 };
	app.post<{ Body: CompletionRequest }>(`${base}/chat/completions`, options, async ({ body }, reply) => {
		const turn = await next(body);
		if (!body.stream) return completionOf(body.model, turn);
		return await reply.type('text/event-stream').send(streamOf(body.model, turn));
	});
}
