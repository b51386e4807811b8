import { line, pagerDutyServer } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const note = {
	id: 'PNOTE01',
	content: 'The disk of mail-3 is full',
	created_at: '2026-08-01T12:00:00Z',
	user: {
		id: 'PUSER01',
		type: 'user_reference',
		summary: 'Ada',
		self: 'https://api.pagerduty.com/users/PUSER01',
	},
	channel: { summary: 'The PagerDuty website or APIs', type: 'website' },
	secret_of_the_api: 1,
};
const simple = {
	id: 'PNOTE01',
	content: 'The disk of mail-3 is full',
	created_at: '2026-08-01T12:00:00Z',
	user: { id: 'PUSER01', type: 'user_reference', summary: 'Ada' },
	channel: { summary: 'The PagerDuty website or APIs', type: 'website' },
};
const incidentId = byId('PABC123');

describe('Incident Note', () => {
	it('Create writes the note as the From user', async () => {
		const requests = pagerDutyServer(() => ({ status: 201, body: { note } }));
		const { items } = await runNode('incidentNote.create', { incidentId, content: note.content });
		expect(requests.map(line)).toEqual(['POST /incidents/PABC123/notes']);
		expect(requests[0]?.body).toEqual({ note: { content: note.content } });
		expect(requests[0]?.headers.from).toBe('default@example.com');
		expect(jsons(items)).toEqual([{ ...simple, incident: { id: 'PABC123' } }]);
	});

	it('Get Many lists the notes up to the limit in one request, one item each', async () => {
		const notes = ['PNOTE01', 'PNOTE02', 'PNOTE03'].map((id) => ({ ...note, id }));
		const requests = pagerDutyServer(() => ({ body: { notes } }));
		const { items } = await runNode('incidentNote.getAll', { incidentId, limit: 2, simplify: false });
		expect(requests.map(line)).toEqual(['GET /incidents/PABC123/notes']);
		const incident = { id: 'PABC123', type: 'incident_reference' };
		const wanted = notes
			.slice(0, 2)
			.map((json) => ({ json: { ...json, incident }, pairedItem: { item: 0 } }));
		expect(items).toEqual(wanted);
	});

	it('Get Many with Return All gives every note, simplified', async () => {
		const requests = pagerDutyServer(() => ({ body: { notes: Array(60).fill(note) } }));
		const { items } = await runNode('incidentNote.getAll', { incidentId, returnAll: true });
		expect(requests).toHaveLength(1);
		expect(jsons(items)).toEqual(Array(60).fill({ ...simple, incident: { id: 'PABC123' } }));
	});

	it('sends no From header for reading', async () => {
		const requests = pagerDutyServer(() => ({ body: { notes: [] } }));
		await runNode('incidentNote.getAll', { incidentId });
		expect(requests[0]?.headers).not.toHaveProperty('from');
	});
});
