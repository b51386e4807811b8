import { filtersOf } from '../../../nodes/PagerDuty/polling/form/filters';
import { mayPass } from '../../../nodes/PagerDuty/polling/sources/incidents/filtered';

const reference = (id: string) => ({ id, type: 'reference' });
const incident = {
	urgency: 'high',
	service: reference('PSERV1'),
	teams: [reference('PTEAM1'), reference('PTEAM2')],
};

const matches = (given: object, filters: object) => {
	const form = {
		getNode: () => ({}) as never,
		getNodeParameter: () => filters as never,
		getTimezone: () => 'UTC',
	};
	return mayPass(filtersOf(form).checks, { ...given });
};

describe('the filters of the polling trigger', () => {
	it('let everything through when none is set', () => {
		expect(matches(incident, {})).toBe(true);
		expect(matches({}, {})).toBe(true);
	});

	it.each([
		['its urgency', { urgency: 'high' }, true],
		['another urgency', { urgency: 'low' }, false],
		['its service, or another', { serviceIds: ['PSERV0', 'PSERV1'] }, true],
		['another service', { serviceIds: ['PSERV0'] }, false],
		['one of its teams', { teamIds: ['PTEAM2'] }, true],
		['all of its teams', { teamIds: ['PTEAM2', 'PTEAM1'] }, true],
		['one of its teams, or another', { teamIds: ['PTEAM0', 'PTEAM1'] }, true],
		['another team', { teamIds: ['PTEAM0'] }, false],
		['all that it has', { urgency: 'high', serviceIds: ['PSERV1'], teamIds: ['PTEAM1'] }, true],
		[
			'its urgency and service, but another team',
			{ urgency: 'high', serviceIds: ['PSERV1'], teamIds: ['PTEAM0'] },
			false,
		],
		[
			'its urgency and team, but another service',
			{ urgency: 'high', serviceIds: ['PSERV0'], teamIds: ['PTEAM1'] },
			false,
		],
		[
			'its service and team, but another urgency',
			{ urgency: 'low', serviceIds: ['PSERV1'], teamIds: ['PTEAM1'] },
			false,
		],
	])('for %s', (_, filters, passes) => {
		expect(matches(incident, filters)).toBe(passes);
	});

	it('take an incident of no team for one of none of those chosen', () => {
		expect(matches({ ...incident, teams: [] }, { teamIds: ['PTEAM1'] })).toBe(false);
	});

	it.each([
		['its urgency', { urgency: 'low' }, 'urgency'],
		['its service', { serviceIds: ['PSERV0'] }, 'service'],
		['its teams', { teamIds: ['PTEAM0'] }, 'teams'],
	])('let an incident through that does not say %s', (_, filters, property) => {
		expect(matches({ ...incident, [property]: undefined }, filters)).toBe(true);
	});
});
