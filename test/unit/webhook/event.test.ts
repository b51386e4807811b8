import { readEvent } from '../../../nodes/PagerDuty/webhook/event';

const read = (text: string) => readEvent(Buffer.from(text));

describe('the body of a delivery', () => {
	it('is given on exactly as PagerDuty sent it, with fields that nobody knows yet', () => {
		const event = {
			id: '01ABC',
			event_type: 'incident.teleported',
			from_the_future: { deep: [1, null] },
			data: { type: 'incident', title: 'Küche 🔥' },
		};
		expect(read(JSON.stringify({ event, more: 1 }))).toEqual({
			id: '01ABC',
			type: 'incident.teleported',
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
	])('is an event all the same with %s', (_, text) => {
		expect(read(text)).toMatchObject({ type: 'x', data: {} });
	});
});
