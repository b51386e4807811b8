import type { IDataObject } from 'n8n-workflow';

import { changeKinds } from '../../../nodes/PagerDuty/polling/form/events';
import { eventTypes } from '../../../nodes/PagerDuty/webhook/form/events';
import { subscriber } from '../stand-in/subscriber';
import { account, minute, polling } from './pollingAtSandbox';

const sandbox = () => account.sandbox();
const webhooks = subscriber(sandbox);

beforeEach(() => account.start());
afterEach(async () => {
	webhooks.close();
	await account.close();
});

/** What both triggers tell of. */
const shared = changeKinds
	.map(({ value }) => value)
	.filter((kind) => eventTypes.some(({ value }) => value === kind));

/** Each step with how to make it happen. */
const steps: Record<string, (id: string) => unknown> = {
	'incident.annotated': (id) => sandbox().note(id, 'Looking into it'),
	'incident.acknowledged': (id) => sandbox().acknowledge(id),
	'incident.unacknowledged': (id) => sandbox().change(id, { status: 'triggered' }),
	'incident.reassigned': (id) => sandbox().change(id, { assigneeIds: [sandbox().users().at(-1)?.id ?? ''] }),
	'incident.escalated': (id) => sandbox().change(id, { escalationLevel: 2 }),
	'incident.resolved': (id) => sandbox().resolve(id),
	'incident.reopened': (id) => sandbox().change(id, { status: 'triggered' }),
};

/** No log entry names the program that somebody used; webhooks do not always either. */
const unknown = ['.client.name'];

/** The same story, as a webhook tells it and as the polling trigger does. */
async function told(simplify: boolean) {
	const workflow = polling({ events: shared, simplify });
	await workflow.activate();
	const { received } = await webhooks.subscribed([200], { events: shared });
	const { id } = sandbox().trigger({ title: 'Checkout is down' });
	await workflow.poll();
	for (const step of Object.values(steps)) {
		await sandbox().advance(minute);
		step(id);
		await workflow.poll();
	}
	await sandbox().settled();
	return { events: received.map(({ event }) => event as IDataObject), items: workflow.items };
}

/** `data.service.id` and so on; lists count as their first entry. */
function paths(value: unknown, place = ''): string[] {
	if (Array.isArray(value)) return paths(value[0], `${place}[0]`);
	if (typeof value !== 'object' || value === null) return [place];
	return [place, ...Object.entries(value).flatMap(([name, inner]) => paths(inner, `${place}.${name}`))];
}

describe.each([
	['simplified', true],
	['not simplified', false],
])('items of both triggers, %s', (_how, simplify) => {
	it('of one event have the same properties at the same places, so that a workflow takes either', async () => {
		const { events, items } = await told(simplify);
		const seen = new Set<unknown>();
		for (const event of events) {
			const item = items.find(({ event_type }) => event_type === event.event_type);
			if (item === undefined) continue;
			seen.add(event.event_type);
			const here = new Set(paths(item));
			expect(paths(event).filter((place) => !here.has(place) && !unknown.includes(place))).toEqual([]);
		}
		expect([...seen].sort()).toEqual(['incident.triggered', ...Object.keys(steps)].sort());
	});

	it('of one incident say the same of it', async () => {
		const { events, items } = await told(simplify);
		const only = (type: string) => (each: IDataObject) => each.event_type === type;
		for (const type of ['incident.triggered', 'incident.acknowledged', 'incident.resolved']) {
			const { data } = items.find(only(type)) ?? {};
			expect(data).toMatchObject(Object(events.find(only(type))?.data));
		}
		const data = [events, items].map((all) => Object(all.find(only('incident.annotated'))?.data));
		expect(data[0]).toMatchObject({ type: 'incident_note', content: 'Looking into it', trimmed: false });
		expect(data[1]).toMatchObject({ type: 'incident_note', content: 'Looking into it', trimmed: false });
		expect(data[1].incident.id).toBe(data[0].incident.id);
	});
});
