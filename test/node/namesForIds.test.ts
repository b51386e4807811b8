import { byId, runNode } from './pagerDutyNode';
import { pagerDutyServer } from './pagerDutyServer';

/** What incident.update sends as the changes of an incident, where the account has these users or priorities. */
async function changesOf(updateFields: object, account: object) {
	const requests = pagerDutyServer(({ method }) => ({
		body: method === 'GET' ? { ...account, more: false } : { incident: {} },
	}));
	const { error } = await runNode('incident.update', { incidentId: byId('PINC001'), updateFields });
	return { error, incident: requests.find(({ method }) => method === 'PUT')?.body.incident };
}

describe('A priority by its name', () => {
	const called = (name: string) => ({ priorityId: { __rl: true, mode: 'name', value: name } });
	const priorities = [
		{ id: 'PHIGH01', name: 'Major' },
		{ id: 'PEXACT1', name: 'major' },
		{ id: 'PLATER1', name: 'major' },
	];

	it.each([
		['spelled exactly so, and of several the highest', 'major', 'PEXACT1'],
		['also where a higher one differs in case only', 'Major', 'PHIGH01'],
		['spelled in another case where there is none, and of several the highest', 'MAJOR', 'PHIGH01'],
	])('is the one %s', async (_, name, id) => {
		const { incident } = await changesOf(called(name), { priorities });
		expect(incident).toMatchObject({ priority: { id } });
	});

	it('is refused with the names that there are', async () => {
		const { error, incident } = await changesOf(called('P1'), { priorities });
		expect(error?.message).toBe('"Priority" is "P1", which this account does not have');
		expect(error?.description).toContain('Major, major');
		expect(incident).toBeUndefined();
	});
});

describe('An assignee by email', () => {
	it('is the user of just this email, of all that PagerDuty finds for it', async () => {
		const users = [
			{ id: 'PJOANN1', email: 'joann@example.com' },
			{ id: 'PANN001', email: 'Ann@example.com' },
			{ id: 'PANN002', email: 'ann@example.com.au' },
		];
		const { incident } = await changesOf({ assigneeIds: ['ann@example.com'] }, { users });
		expect(incident).toMatchObject({ assignments: [{ assignee: { id: 'PANN001' } }] });
	});
});
