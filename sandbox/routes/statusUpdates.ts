import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput } from '../errors';
import { addRoute } from '../http/rest';
import { publishStatusUpdate } from '../incidents/statusUpdate';
import { userReference } from '../views/reference';
import type { StatusUpdate, Subscriber } from '../world/incidentResponse';
import { append, type World } from '../world/world';
import { existing } from './incidentInput';
import { incidentOf } from './incidents';

const updateBody = z
	.object({
		message: z.string().trim().min(1, 'must not be empty'),
		subject: z.string().optional(),
		html_message: z.string().optional(),
	})
	.strict();
const subscriber = z
	.object({ subscriber_id: z.string(), subscriber_type: z.enum(['user', 'team']) })
	.strict();
const subscribersBody = z.object({ subscribers: z.array(subscriber).min(1) }).strict();

/** The sandbox has one account. */
const accountId = 'PACCT01';

const isSame = (a: Subscriber) => (b: Subscriber) => a.id === b.id && a.type === b.type;

const viewOf = (world: World, update: StatusUpdate) => ({
	id: update.id,
	message: update.message,
	created_at: update.createdAt,
	sender: userReference(world, update.senderId),
	...(update.subject === undefined ? {} : { subject: update.subject, html_message: update.htmlMessage }),
});

/**
 * operationId createIncidentStatusUpdate, getIncidentNotificationSubscribers, createIncidentNotificationSubscribers,
 * removeIncidentNotificationSubscribers
 */
export function addStatusUpdateRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const subscribersOf = (id: string | undefined) => {
		const incident = incidentOf(world, id);
		return { incident, subscribers: world.subscribers.get(incident.id) ?? [] };
	};

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/status_updates',
		scope: 'incidents.write',
		from: true,
		body: updateBody,
		answer: ({ params, body, requesterId }) => {
			const incident = incidentOf(world, params.id);
			const { message, subject, html_message: htmlMessage } = body;
			if ((subject === undefined) !== (htmlMessage === undefined))
				throw invalidInput('An email needs a subject and an html_message');
			const update = publishStatusUpdate(account, incident, requesterId, { message, subject, htmlMessage });
			return { status_update: viewOf(world, update) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/status_updates/subscribers',
		scope: 'subscribers.read',
		answer: ({ params }) => {
			const { subscribers } = subscribersOf(params.id);
			const rows = subscribers.map(({ id, type }) => ({
				subscriber_id: id,
				subscriber_type: type,
				has_indirect_subscription: false,
				subscribed_via: null,
			}));
			const page = { limit: 100, offset: 0, more: false, total: rows.length };
			return { ...page, subscribers: rows, account_id: accountId };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/status_updates/subscribers',
		scope: 'subscribers.write',
		body: subscribersBody,
		answer: ({ params, body }) => {
			const { incident, subscribers } = subscribersOf(params.id);
			const subscriptions = body.subscribers.map(({ subscriber_id: id, subscriber_type: type }) => {
				existing(type === 'user' ? world.users : world.teams, id, 'Subscriber');
				const isKnown = subscribers.some(isSame({ id, type }));
				if (!isKnown) append(world.subscribers, incident.id, { id, type });
				return {
					account_id: accountId,
					subscribable_id: incident.id,
					subscribable_type: 'incident',
					subscriber_id: id,
					subscriber_type: type,
					result: isKnown ? 'duplicate' : 'success',
				};
			});
			account.changed();
			return { subscriptions };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/status_updates/unsubscribe',
		scope: 'subscribers.write',
		body: subscribersBody,
		answer: ({ params, body }) => {
			const { incident, subscribers } = subscribersOf(params.id);
			const given = body.subscribers.map(({ subscriber_id: id, subscriber_type: type }) => ({ id, type }));
			const left = subscribers.filter((one) => !given.some(isSame(one)));
			world.subscribers.set(incident.id, left);
			account.changed();
			const deleted = subscribers.length - left.length;
			return {
				deleted_count: deleted,
				unauthorized_count: 0,
				non_existent_count: given.length - deleted,
			};
		},
	});
}
