import { isObject } from '../../../nodes/PagerDuty/api/answer';
import { refusal, type GivenAnswer } from './documentedAnswer';
import type { Answering } from './recorder';
import type { SentRequest } from './sentRequest';

type Subscription = Record<string, unknown> & { id: string; delivery_method: Record<string, unknown> };

/** An account that remembers webhook subscriptions, with more foreign ones than fit on one page. */
export function subscribedAccount() {
	const subscriptions = new Map<string, Subscription>();
	const add = (subscription: Record<string, unknown>) => {
		const id = `PSUB${String(subscriptions.size).padStart(4, '0')}`;
		const method = isObject(subscription.delivery_method) ? subscription.delivery_method : {};
		const made = { active: true, ...subscription, id, delivery_method: { ...method } };
		subscriptions.set(id, made);
		return made;
	};
	for (let each = 0; each < 130; each++) add(foreign(each));
	const ours = () => [...subscriptions.values()].slice(130);
	const lose = () => ours().forEach(({ id }) => subscriptions.delete(id));

	const answering: Answering = (request) => {
		const [, collection, id = '', action] = request.path.split('/');
		if (collection !== 'webhook_subscriptions') return undefined;
		const given = isObject(request.body?.webhook_subscription) ? request.body.webhook_subscription : {};
		if (id === '') return request.method === 'POST' ? created(add(given)) : listed(request);
		const found = subscriptions.get(id);
		if (!found) return refusal(404, 2100, 'Not Found');
		if (request.method === 'DELETE') {
			subscriptions.delete(id);
			return { statusCode: 204, headers: {}, body: '' };
		}
		if (action === 'ping') return { statusCode: 202, headers: {}, body: '' };
		if (action === 'enable') found.delivery_method.temporarily_disabled = false;
		if (request.method === 'PUT') Object.assign(found, given);
		return answer(200, { webhook_subscription: found });
	};

	/** PagerDuty tells the secret this one time. */
	const created = (made: Subscription) =>
		answer(201, {
			webhook_subscription: { ...made, delivery_method: { ...made.delivery_method, secret: 'a secret' } },
		});

	const listed = ({ query }: SentRequest) => {
		const asked = new URLSearchParams(query);
		const offset = Number(asked.get('offset') ?? 0);
		const end = offset + Number(asked.get('limit') ?? 25);
		const rows = [...subscriptions.values()].slice(offset, end);
		return answer(200, { webhook_subscriptions: rows, more: end < subscriptions.size });
	};

	return { answering, ours, lose };
}

const answer = (statusCode: number, body: object): GivenAnswer => ({ statusCode, headers: {}, body });

const foreign = (each: number) => ({
	type: 'webhook_subscription',
	description: `Somebody else's ${each}`,
	delivery_method: { type: 'http_delivery_method', url: `https://example.com/hook/${each}` },
	events: ['incident.triggered'],
	filter: { type: 'account_reference' },
});
