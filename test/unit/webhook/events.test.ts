import { eventTypes } from '../../../nodes/PagerDuty/webhook/form/events';
import { changeKinds } from '../../../nodes/PagerDuty/polling/form/events';
import { eventTypes as known } from '../../../sandbox';

describe('the event types', () => {
	it('are all 30 that PagerDuty sends, each once', () => {
		const values = eventTypes.map(({ value }) => value);
		expect(values).toHaveLength(30);
		expect([...values].sort()).toEqual(Object.keys(known).sort());
	});

	it.each([
		['PagerDuty Trigger', eventTypes],
		['PagerDuty Polling Trigger', changeKinds],
	])('of the %s begin with the three that everybody wants', (_node, offered) => {
		expect(offered.slice(0, 3).map(({ value }) => value)).toEqual([
			'incident.acknowledged',
			'incident.resolved',
			'incident.triggered',
		]);
	});

	it('are listed by names that people find, in alphabetical order', () => {
		for (const offered of [eventTypes, changeKinds]) expectAlphabetical(offered.map(({ name }) => name));
		expect(eventTypes.filter(({ description }) => !description)).toEqual([]);
	});
});

function expectAlphabetical(names: string[]): void {
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
}
