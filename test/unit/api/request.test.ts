import { path } from '../../../nodes/PagerDuty/api/path';
import { get, wire } from '../../../nodes/PagerDuty/api/request';

describe('names of ours, as PagerDuty writes them,', () => {
	it('have an underscore before each word, in a query and in a body', () => {
		const values = { title: 'a', timeZone: 'b', escalationPolicyId: 'c', created_at: 'd' };
		const written = { title: 'a', time_zone: 'b', escalation_policy_id: 'c', created_at: 'd' };
		expect(wire(values)).toEqual(written);
		expect(get(path`/incidents`, values).query).toEqual(written);
	});

	it('end in [] once, where a query has a list of them', () => {
		const query = { escalationPolicyIds: ['a', 'b'], 'include[]': ['c'], limit: 1 };
		expect(get(path`/incidents`, query).query).toEqual({
			'escalation_policy_ids[]': ['a', 'b'],
			'include[]': ['c'],
			limit: 1,
		});
	});

	it('are left out of a body where there is no value, and written on the outside only', () => {
		expect(wire({ teamIds: undefined, priority: null, details: { hostName: 'db-1' } })).toEqual({
			priority: null,
			details: { hostName: 'db-1' },
		});
	});
});
