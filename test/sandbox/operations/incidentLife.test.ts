import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('an incident, from its first page to its end', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	it('is created, read, updated, acknowledged, noted, resolved and listed', async () => {
		const [service] = desk.sandbox.services();
		const [created] = await desk.read('incident:create', {
			serviceId: byId(service?.id ?? ''),
			title: 'Mail queue is growing',
		});
		const id = String(created?.id);
		const incidentId = byId(id);

		const [read] = await desk.read('incident:get', { incidentId });
		expect(read).toMatchObject({ id, status: 'triggered', title: 'Mail queue is growing' });

		const updateFields = { title: 'Mail queue is stuck', urgency: 'low' };
		const [updated] = await desk.read('incident:update', { incidentId, updateFields });
		expect(updated).toMatchObject({ id, title: 'Mail queue is stuck', urgency: 'low' });

		const [acknowledged] = await desk.read('incident:acknowledge', { incidentId });
		expect(acknowledged).toMatchObject({ id, status: 'acknowledged' });

		await desk.read('incidentNote:create', { incidentId, content: 'The disk of mail-3 is full' });
		const [note] = await desk.read('incidentNote:getAll', { incidentId });
		expect(note).toMatchObject({
			content: 'The disk of mail-3 is full',
			user: { summary: 'Maya Lindqvist' },
		});

		const [resolved] = await desk.read('incident:resolve', { incidentId, resolution: 'Disk cleaned' });
		expect(resolved).toMatchObject({ id, status: 'resolved', title: 'Mail queue is stuck' });

		const filters = {
			serviceIds: [service?.id ?? ''],
			statuses: ['resolved'],
			since: String(created?.created_at),
		};
		const listed = await desk.read('incident:getAll', { filters });
		expect(listed.map((incident) => incident.id)).toEqual([id]);
	});

	it('can be reopened after it was resolved', async () => {
		const { id } = desk.sandbox.trigger({ title: 'Came back' });
		desk.sandbox.resolve(id);
		const [reopened] = await desk.read('incident:update', {
			incidentId: byId(id),
			updateFields: { status: 'triggered' },
		});
		expect(reopened).toMatchObject({ id, status: 'triggered', resolved_at: null });
	});

	it('returns an incident that was resolved before as it is', async () => {
		const { id } = desk.sandbox.trigger({ title: 'Over already' });
		desk.sandbox.resolve(id);
		const [incident] = await desk.read('incident:resolve', { incidentId: byId(id) });
		expect(incident).toMatchObject({ id, status: 'resolved' });
	});
});
