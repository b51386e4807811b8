import { matchesFilters } from '../../../nodes/PagerDuty/polling/form/filters';

const reference = (id: string) => ({ id, type: 'reference' });
const incident = {
	urgency: 'high',
	service: reference('S1'),
	teams: [reference('T1'), reference('T2')],
};

describe('the filters of the polling trigger', () => {
	it('let everything through when none is set', () => {
		expect(matchesFilters(incident, {})).toBe(true);
		expect(matchesFilters({}, {})).toBe(true);
	});

	it.each([
		['its urgency', { urgency: 'high' }, true],
		['another urgency', { urgency: 'low' }, false],
		['its service, or another', { serviceIds: ['S0', 'S1'] }, true],
		['another service', { serviceIds: ['S0'] }, false],
		['one of its teams', { teamIds: ['T2'] }, true],
		['all of its teams', { teamIds: ['T2', 'T1'] }, true],
		['one of its teams, or another', { teamIds: ['T0', 'T1'] }, true],
		['another team', { teamIds: ['T0'] }, false],
		['all that it has', { urgency: 'high', serviceIds: ['S1'], teamIds: ['T1'] }, true],
		[
			'its urgency and service, but another team',
			{ urgency: 'high', serviceIds: ['S1'], teamIds: ['T0'] },
			false,
		],
		[
			'its urgency and team, but another service',
			{ urgency: 'high', serviceIds: ['S0'], teamIds: ['T1'] },
			false,
		],
		[
			'its service and team, but another urgency',
			{ urgency: 'low', serviceIds: ['S1'], teamIds: ['T1'] },
			false,
		],
	])('for %s', (_, filters, passes) => {
		expect(matchesFilters(incident, filters)).toBe(passes);
	});

	it('take an incident of no team for one of none of those chosen', () => {
		expect(matchesFilters({ ...incident, teams: [] }, { teamIds: ['T1'] })).toBe(false);
	});

	it.each([
		['its urgency', { urgency: 'low' }, 'urgency'],
		['its service', { serviceIds: ['S0'] }, 'service'],
		['its teams', { teamIds: ['T0'] }, 'teams'],
	])('let an incident through that does not say %s', (_, filters, property) => {
		expect(matchesFilters({ ...incident, [property]: undefined }, filters)).toBe(true);
	});
});
