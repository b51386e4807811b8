import { eventTypes } from '../../../nodes/PagerDuty/webhook/events';
import { eventTypes as known } from '../../../sandbox';

describe('the event types', () => {
	it('are all 30 that PagerDuty sends, each once', () => {
		const values = eventTypes.map(({ value }) => value);
		expect(values).toHaveLength(30);
		expect([...values].sort()).toEqual(Object.keys(known).sort());
	});

	it('are listed by names that people find, in alphabetical order', () => {
		const names = eventTypes.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
		expect(eventTypes.filter(({ description }) => !description)).toEqual([]);
	});
});
