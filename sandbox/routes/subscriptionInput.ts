import { z } from 'zod';
import { invalidInput } from '../errors';
import { isSubscribable } from '../webhooks/eventTypes';
import type { Subscription } from '../world/entities';
import type { World } from '../world/world';

const events = z
	.array(z.string().refine(isSubscribable, (name) => ({ message: `${name} is no event type` })))
	.min(1, 'at least one event type is needed')
	.refine((names) => new Set(names).size === names.length, 'event types must be unique');

const filter = z
	.object({
		id: z.string().optional(),
		type: z.enum(['account_reference', 'service_reference', 'team_reference']),
	})
	.strict();

const url = z.string().url();
const namesOf = (headers: Array<{ name: string }>) => headers.map(({ name }) => name.toLowerCase());

/** PagerDuty ignores many a null, but not this one. */
const customHeaders = z
	.unknown()
	.refine((value) => value !== null, 'must be a list')
	.pipe(
		z
			.array(z.object({ name: z.string().min(1), value: z.string() }).strict())
			.refine((headers) => new Set(namesOf(headers)).size === headers.length, 'names must be unique')
			.default([]),
	);

/** Body of POST /webhook_subscriptions. What only PagerDuty sets (id, secret) may be sent and is ignored. */
export const createBody = z
	.object({
		webhook_subscription: z
			.object({
				id: z.string().optional(),
				type: z.literal('webhook_subscription'),
				active: z.boolean().default(true),
				description: z.string().optional(),
				delivery_method: z
					.object({
						id: z.string().optional(),
						type: z.literal('http_delivery_method'),
						url: url.refine((text) => /^https?:/.test(text), 'must be an http or https address'),
						secret: z.string().nullish(),
						temporarily_disabled: z.boolean().optional(),
						custom_headers: customHeaders,
					})
					.strict(),
				events,
				filter,
				oauth_client_id: z.string().nullish(),
			})
			.strict(),
	})
	.strict();

/** Body of PUT /webhook_subscriptions/{id}. A delivery method may be sent and changes nothing. */
export const updateBody = z
	.object({
		webhook_subscription: z
			.object({
				description: z.string().optional(),
				events: events.optional(),
				filter: filter.optional(),
				active: z.boolean().optional(),
				delivery_method: z.unknown(),
				oauth_client_id: z.string().nullish(),
			})
			.strict(),
	})
	.strict();

/** @throws 400 where the service or team of a filter is missing or unknown */
export function checkFilter(world: World, { type, id }: z.output<typeof filter>): Subscription['filter'] {
	if (type === 'account_reference') return { type };
	const table = type === 'service_reference' ? world.services : world.teams;
	if (id === undefined || !table.has(id)) throw invalidInput(`filter: no ${type} with the id ${id ?? ''}`);
	return { type, id };
}
