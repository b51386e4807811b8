import { line, pagerDutyServer, refusal } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

const ids = ['PAAA111', 'PBBB222', 'PCCC333', 'PDDD444', 'PEEE555', 'PFFF666'];
const items = ids.map((id) => ({ id }));
const incidentId = byId('={{ $json.id }}');

describe('Requests', () => {
	/** Answers slowly and returns how many requests were open at most. */
	function watch() {
		const open = { now: 0, most: 0 };
		const requests = pagerDutyServer(async (request) => {
			open.most = Math.max(open.most, ++open.now);
			await new Promise((resolve) => setTimeout(resolve, 50));
			open.now--;
			return { body: { incident: { id: request.path }, note: { id: 'PNOTE01' } } };
		});
		return { open, requests };
	}
	const twelve = [...items, ...items];

	it('that read go out five at a time', async () => {
		const { open, requests } = watch();
		await runNode('incident.get', { incidentId }, { items: twelve });
		expect(requests).toHaveLength(12);
		expect(open.most).toBe(5);
	});

	it.each([1, 3])('that read go out %i at a time when the option says so', async (parallelRequests) => {
		const { open } = watch();
		await runNode('incident.get', { incidentId, options: { parallelRequests } }, { items: twelve });
		expect(open.most).toBe(parallelRequests);
	});

	it('that write go out strictly one after another, in the order of the items', async () => {
		const { open, requests } = watch();
		await runNode('incidentNote.create', { incidentId, content: 'a' }, { items });
		expect(open.most).toBe(1);
		expect(requests.map(line)).toEqual(ids.map((id) => `POST /incidents/${id}/notes`));
	});

	it('stop going out after the first failure of a node that does not continue', async () => {
		const requests = pagerDutyServer(() => refusal(404, 'Incident Not Found', 2100));
		const { error } = await runNode('incidentNote.create', { incidentId, content: 'a' }, { items });
		expect(requests).toHaveLength(1);
		expect(error?.context.itemIndex).toBe(0);
	});
});
