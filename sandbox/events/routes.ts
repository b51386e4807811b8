import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import type { Service } from '../world/entities';
import { alertEvent, changeEvent, EventRefused, invalidEvent, parse } from './eventInput';
import { receive, receiveChange } from './receive';

/** Bytes of an event, as JSON. */
const sizeLimit = 512 * 1024;

function checkSize(body: unknown): void {
	if (Buffer.byteLength(JSON.stringify(body ?? {})) > sizeLimit)
		throw new EventRefused(413, 'invalid event', 'Event object is larger than 512 KB');
}

/** https://developer.pagerduty.com/docs/events-api-v2 — it has errors of a shape of its own. */
export function addEventsRoutes(app: FastifyInstance, account: Account): void {
	const { world, eventsLimiter, settings, strict } = account;

	/** The service of a routing key; an unknown one is refused, as PagerDuty does. */
	const serviceOf = (key: string): Service => {
		const found = [...world.services.values()].find(({ integration }) => integration.key === key);
		if (!found) throw invalidEvent(["'routing_key' is invalid"]);
		return found;
	};
	const countEvent = (key: string) => {
		if (!eventsLimiter.count(key, settings.eventsRateLimit).allowed)
			throw new EventRefused(429, 'throttle exceeded', 'Requests for this service are arriving too quickly');
	};

	/** An event that is taken, and the service that it is for. */
	function taken<Schema extends typeof alertEvent | typeof changeEvent>(schema: Schema, body: unknown) {
		checkSize(body);
		const event = parse(schema, body, strict);
		const service = serviceOf(event.routing_key);
		countEvent(event.routing_key);
		return { event, service };
	}

	app.post('/v2/enqueue', ({ body }, reply) => {
		const { event, service } = taken(alertEvent, body);
		const dedupKey = receive(account, service, event);
		return reply.code(202).send({ status: 'success', message: 'Event processed', dedup_key: dedupKey });
	});

	app.post('/v2/change/enqueue', ({ body }, reply) => {
		const { event, service } = taken(changeEvent, body);
		receiveChange(account, service, event);
		return reply.code(202).send({ status: 'success', message: 'Change event processed' });
	});
}
