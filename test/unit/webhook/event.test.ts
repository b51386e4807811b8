import { readEvent } from '../../../nodes/PagerDuty/webhook/delivery/event';

const read = (text: string) => readEvent(Buffer.from(text));

describe('the body of a delivery', () => {
	it('is given on exactly as PagerDuty sent it, with fields that nobody knows yet', () => {
		const event = {
			id: '01ABC',
			event_type: 'incident.teleported',
			occurred_at: '2026-08-01T12:00:00.500Z',
			from_the_future: { deep: [1, null] },
			data: { type: 'incident', title: 'Küche 🔥' },
		};
		expect(read(JSON.stringify({ event, more: 1 }))).toEqual({
			key: expect.any(String),
			type: 'incident.teleported',
			occurredAt: Date.UTC(2026, 7, 1, 12, 0, 0, 500),
			data: event.data,
			json: event,
		});
	});

	it.each([
		['no JSON', 'hello'],
		['nothing', ''],
		['broken JSON', '{"event":{"event_type":"incident.triggered"'],
		['null', 'null'],
		['a list', '[{"event":{"event_type":"x"}}]'],
		['no event', '{"messages":[]}'],
		['an event that is a list', '{"event":["incident.triggered"]}'],
		['an event without a type', '{"event":{"id":"1"}}'],
		['a type that is no text', '{"event":{"event_type":7}}'],
		['bytes that are no text', '\u0000\u0001'],
	])('is no event when it is %s', (_, text) => {
		expect(read(text)).toBeUndefined();
	});

	it.each([
		['no data', '{"event":{"event_type":"x"}}'],
		['data that is null', '{"event":{"event_type":"x","data":null}}'],
		['data that is a list, and an ID that is no text', '{"event":{"event_type":"x","data":[1],"id":7}}'],
		['a time that is no text', '{"event":{"event_type":"x","occurred_at":7}}'],
		['a time that is none', '{"event":{"event_type":"x","occurred_at":"soon"}}'],
	])('is an event all the same with %s', (_, text) => {
		expect(read(text)).toMatchObject({ type: 'x', data: {} });
		expect(read(text)?.occurredAt).toBeUndefined();
	});

	it('is told from others by its ID, and where it has none by all that was signed', () => {
		const keyOf = (event: object, spaces = 0) =>
			read(JSON.stringify({ event: { event_type: 'x', ...event } }, null, spaces))?.key;
		expect(keyOf({ id: 'A', data: 1 }, 2)).toBe(keyOf({ id: 'A', data: 2 }));
		expect(keyOf({ id: 'A' })).not.toBe(keyOf({ id: 'B' }));
		for (const id of [undefined, '', null, 7]) {
			expect(keyOf({ id, data: 1 })).toBe(keyOf({ id, data: 1 }));
			expect(keyOf({ id, data: 1 })).not.toBe(keyOf({ id, data: 2 }));
		}
	});

	it('is what stands there last where a name stands there twice, for the type as for what the workflow gets', () => {
		const twice =
			'{"event":{"event_type":"y","id":"1"},"event":{"event_type":"y","event_type":"x","id":"2"}}';
		expect(read(twice)).toMatchObject({ type: 'x', json: { event_type: 'x', id: '2' } });
	});

	it.each(['__proto__', 'constructor', 'prototype'])(
		'may have a %s in it, which is data and nothing else',
		(name) => {
			const inside = `"${name}":{"polluted":true,"event_type":"y","id":"forged"}`;
			const event = read(`{${inside},"event":{${inside},"event_type":"x","data":{${inside},"title":"t"}}}`);
			expect(event).toMatchObject({ type: 'x', data: { title: 't' } });
			expect(event?.data.polluted).toBeUndefined();
			expect(Object.hasOwn(Object(event?.json), name)).toBe(true);
			expect(Reflect.get({}, 'polluted')).toBeUndefined();
			expect(read(`{"${name}":{"event":{"event_type":"x"}}}`)).toBeUndefined();
			expect(read(`{"event":{"${name}":{"event_type":"x"}}}`)).toBeUndefined();
		},
	);

	it('may be as deep as 256 KB can hold', () => {
		const deep = `${'['.repeat(120_000)}${']'.repeat(120_000)}`;
		expect(read(`{"event":{"event_type":"x","data":${deep}}}`)?.type).toBe('x');
	});
});
