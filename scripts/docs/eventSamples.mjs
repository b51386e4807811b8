import { createServer } from 'node:http';
import { once } from 'node:events';

/** When the first sample happened: a fixed time, so that samples change only when the events do. */
const begin = Date.parse('2026-09-01T09:00:00.000Z');
const minute = 60_000;

/**
 * One event of each type, as the sandbox delivers it and the PagerDuty Trigger gives it out.
 *
 * @param {typeof import('../../sandbox/index')} sandboxModule
 * @param {string[]} types
 * @returns {Promise<Record<string, object>>} by type
 */
export async function sampleEvents({ startSandbox, sandboxKeys }, types) {
	let now = begin;
	const receiver = await startReceiver();
	const sandbox = await startSandbox({ clock: { now: () => new Date(now) } });
	try {
		await subscribe(sandbox.url, sandboxKeys.account, receiver.url, types);
		for (const happens of [...story(sandbox), ...rest(sandbox, receiver.events, types)]) {
			happens();
			await sandbox.settled();
			now += minute;
		}
		return Object.fromEntries(types.map((type) => [type, receiver.events.get(type)]));
	} finally {
		await sandbox.close();
		await receiver.close();
	}
}

/** Keeps the first event of each type. */
async function startReceiver() {
	const events = new Map();
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const { event } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
		if (!events.has(event.event_type)) events.set(event.event_type, event);
		response.end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		events,
		url: `http://127.0.0.1:${server.address().port}/`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function subscribe(sandboxUrl, key, url, events) {
	const answer = await fetch(`${sandboxUrl}/webhook_subscriptions`, {
		method: 'POST',
		headers: { Authorization: `Token token=${key}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({
			webhook_subscription: {
				type: 'webhook_subscription',
				delivery_method: { type: 'http_delivery_method', url },
				events,
				filter: { type: 'account_reference' },
			},
		}),
	});
	if (!answer.ok) throw new Error(`The sandbox refused the subscription: ${await answer.text()}`);
}

/** The life of an incident, one step after another. */
function story(sandbox) {
	const named = (list, name) => list.find((one) => one.name === name).id;
	const services = sandbox.services();
	let incidentId;
	const change = (wanted) => () => sandbox.change(incidentId, wanted);
	return [
		() => {
			const serviceId = named(services, 'Checkout API');
			incidentId = sandbox.trigger({ serviceId, title: 'Checkout answers slowly' }).id;
		},
		// Its time limit runs out while nobody works on it.
		() => sandbox.emit('incident.unacknowledged', { incidentId }),
		() => sandbox.acknowledge(incidentId),
		() => sandbox.note(incidentId, 'The new release doubles the queries. Rolling it back.'),
		change({ priorityId: named(sandbox.priorities(), 'P2') }),
		change({ escalationLevel: 2 }),
		change({ assigneeIds: [named(sandbox.users(), 'Priya Raman')] }),
		change({ incidentType: 'major_incident' }),
		change({
			conferenceBridge: {
				conference_number: '+1-555-0100',
				conference_url: 'https://meet.example.com/checkout',
			},
		}),
		change({ policyId: named(sandbox.escalationPolicies(), 'Platform On-Call') }),
		change({ serviceId: named(services, 'Payments Gateway') }),
		() => sandbox.resolve(incidentId),
		() => sandbox.acknowledge(incidentId),
	];
}

/** What an event says in place of the event that came before it. */
const endings = {
	'incident.task.completed': { after: 'incident.task.created', says: { status: 'completed' } },
	'incident.responder.replied': { after: 'incident.responder.added', says: { state: 'joined' } },
};

/** What the story does not cause, the sandbox sends by hand; what ends something, after what it ends. */
function rest(sandbox, events, types) {
	const send = (type) => () => {
		if (!events.has(type)) sandbox.emit(type, { data: dataOf(type) });
	};
	const dataOf = (type) => {
		const { after, says } = endings[type] ?? {};
		return after && { ...events.get(after).data, ...says };
	};
	return [...types.filter((type) => !(type in endings)), ...Object.keys(endings)].map(send);
}

const [columns, width, height] = [6, 260, 180];

const readMe = (count) => `## Samples of every event
Here is one PagerDuty Trigger for each of the ${count} event types, and each has a sample of its output pinned to it. By itself, n8n shows none before the first event has come.

**To use it:** copy the trigger that you need (Ctrl+C), open your own workflow, and paste it there (Ctrl+V). Its sample comes along, so you can build and run all that follows before anything has happened in PagerDuty. Choose your credential in it. When you publish your workflow, real events take the place of the sample.

**Do not publish (activate) this workflow itself:** PagerDuty allows ten webhook subscriptions for an account.`;

/**
 * workflows/event-samples.json.
 *
 * @param {{ name: string, value: string, description?: string }[]} eventTypes as the trigger offers them
 * @param {Record<string, object>} samples by type
 */
export function samplesWorkflow(eventTypes, samples) {
	const triggers = eventTypes.map(({ name, value }, index) => ({
		id: value.replaceAll('.', '-'),
		name: name.replace('Incident Update: ', 'Incident: '),
		type: 'n8n-nodes-pagerduty.pagerDutyTrigger',
		typeVersion: 1.1,
		position: [(index % columns) * width, Math.floor(index / columns) * height],
		parameters: { authentication: 'token', events: [value], subscription: 'automatic', scope: 'account' },
		webhookId: `e5a3b1c7-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
		credentials: { pagerDutyTokenApi: { name: 'PagerDuty' } },
	}));
	const note = {
		id: 'read-me',
		name: 'Read me',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-40, -360],
		parameters: { content: readMe(eventTypes.length), width: 760, height: 300 },
	};
	return {
		name: 'PagerDuty: samples of all events',
		nodes: [note, ...triggers],
		connections: {},
		settings: { executionOrder: 'v1' },
		active: false,
		pinData: Object.fromEntries(
			triggers.map(({ name, parameters: { events } }) => [name, [{ json: samples[events[0]] }]]),
		),
	};
}
