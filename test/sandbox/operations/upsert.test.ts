import type { IDataObject } from 'n8n-workflow';

import { byId, deskForTests, type Call } from '../../support/operations/desk';
import { until } from '../../support/until';

describe('Create or Update', () => {
	const desk = deskForTests('empty');

	const form = (title: string, additionalFields = {}) => ({
		serviceId: byId(desk.sandbox.services()[0]?.id ?? ''),
		incidentKey: 'disk',
		title,
		additionalFields,
	});
	const upsert = async (title: string, additionalFields = {}, call: Call = {}): Promise<IDataObject> => {
		const [incident] = await desk.read('incident:upsert', form(title, additionalFields), call);
		return incident ?? {};
	};
	const notes = (id: unknown) => desk.sandbox.notes(String(id)).map(({ content }) => content);

	it('writes nothing when the incident says all of it already', async () => {
		const more = {
			details: 'Since 9:40',
			urgency: 'low',
			priorityId: { __rl: true, mode: 'name', value: 'P2' },
			incidentType: 'major_incident',
			conferenceUrl: 'https://meet.example.com/war-room',
		};
		const { id } = await upsert('Disk is full', more);
		desk.newWrites();
		expect(await upsert('Disk is full', more)).toMatchObject({ id, created: false, title: 'Disk is full' });
		expect(desk.newWrites()).toEqual([]);
		expect(notes(id)).toEqual([]);
	});

	it('sends only what has changed, and leaves what the form does not name as a person has set it', async () => {
		const { id } = await upsert('Disk is full', { urgency: 'low' });
		desk.sandbox.change(String(id), { urgency: 'high', priorityId: desk.sandbox.priorities()[0]?.id });
		desk.newWrites();
		expect(await upsert('Disk of db-1 is full')).toMatchObject({
			id,
			title: 'Disk of db-1 is full',
			urgency: 'high',
			priority: { summary: 'P1' },
		});
		expect(desk.newWrites()).toEqual([`PUT /incidents/${String(id)}`]);
	});

	it('acknowledges, reassigns and reopens nothing that is open', async () => {
		const { id } = await upsert('Disk is full');
		const [user, other] = desk.sandbox.users();
		desk.sandbox.acknowledge(String(id), user?.id);
		expect(await upsert('Disk is full', { assigneeIds: [other?.id ?? ''] })).toMatchObject({
			id,
			status: 'acknowledged',
		});
		expect(desk.sandbox.log(String(id)).map(({ kind }) => kind)).toEqual(['trigger', 'acknowledge']);
	});

	it('writes a note for each text once, however often it comes', async () => {
		const { id } = await upsert('Disk is full', { details: 'At 95 %' });
		for (const details of ['At 97 %', 'At 97 %', 'At 95 %', 'At 99 %'])
			await upsert('Disk is full', { details });
		expect(notes(id)).toEqual(['At 97 %', 'At 99 %']);
	});

	it('opens a new incident once the one with the key is resolved', async () => {
		const { id } = await upsert('Disk is full');
		desk.sandbox.resolve(String(id));
		const again = await upsert('Disk is full again');
		expect(again).toMatchObject({ created: true, status: 'triggered' });
		expect(again.id).not.toBe(id);
		expect(desk.sandbox.incident(String(id))).toMatchObject({ title: 'Disk is full' });
	});

	it('leaves incidents of other services alone, which may have the same key', async () => {
		const [, other] = desk.sandbox.services();
		const foreign = desk.sandbox.trigger({
			serviceId: other?.id,
			incidentKey: 'disk',
			title: 'Another disk',
		});
		expect(await upsert('Disk is full')).toMatchObject({ created: true });
		expect(desk.sandbox.incident(foreign.id)).toMatchObject({ title: 'Another disk' });
	});

	it('ends in one incident when executions open it at the same moment', async () => {
		const opened = await Promise.all(['first', 'second', 'third'].map((title) => upsert(title)));
		expect(desk.sandbox.incidents()).toHaveLength(1);
		expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
		expect(opened.filter(({ created }) => created)).toHaveLength(1);
	});

	it.each(['reset', 'truncate', 'status'] as const)(
		'opens one incident, and says so, when the answer is lost (%s)',
		async (kind) => {
			desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'after', kind });
			const { id, created } = await upsert('Disk is full', { details: 'Since 9:40' });
			expect(desk.sandbox.incidents().map((each) => each.id)).toEqual([id]);
			expect(created).toBe(true);
			expect(notes(id)).toEqual([]);
		},
	);

	it('opens no second incident when the first one was resolved before its answer could be asked for again', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'after', kind: 'reset' });
		const running = upsert('Disk is full');
		await until('opened', () => desk.sandbox.incidents().length === 1);
		desk.sandbox.resolve(String(desk.sandbox.incidents()[0]?.id));
		expect(await running).toMatchObject({ status: 'resolved', created: true });
		expect(desk.sandbox.incidents()).toHaveLength(1);
	});

	it.each([
		['PUT', '/incidents/'],
		['POST', '/notes'],
	])('updates it all the same when an answer is lost: %s %s', async (method, path) => {
		const { id } = await upsert('Disk is full');
		desk.sandbox.fail({ method, path, when: 'after', kind: 'reset' });
		expect(await upsert('Disk of db-1 is full', { details: 'At 99 %' })).toMatchObject({
			id,
			created: false,
			title: 'Disk of db-1 is full',
		});
		expect(notes(id)).toEqual(['At 99 %']);
		expect(desk.sandbox.incidents()).toHaveLength(1);
	});

	it('changes nothing when n8n runs the same item of the same execution again', async () => {
		const first = await upsert('Disk is full', { details: 'At 99 %' }, { executionId: '77' });
		desk.newWrites();
		const again = await upsert('Disk is full', { details: 'At 99 %' }, { executionId: '77' });
		expect(again.id).toBe(first.id);
		expect(desk.newWrites()).toEqual([]);
	});

	it('opens a new incident when the old one is resolved between finding and changing it', async () => {
		const { id } = await upsert('Disk is full', { urgency: 'low' });
		const headers = { 'ratelimit-reset': '1' };
		desk.sandbox.fail({ method: 'PUT', path: '/incidents/', kind: 'status', status: 429, headers });
		desk.newWrites();
		const running = upsert('Disk is full', { urgency: 'high' });
		await until('asked', () => desk.newWrites().length > 0);
		desk.sandbox.resolve(String(id));
		const opened = await running;
		expect(opened).toMatchObject({ created: true, status: 'triggered', urgency: 'high' });
		expect(opened.id).not.toBe(id);
	});

	it('keeps a title that is too long in the details, also of an incident that is open', async () => {
		const { id } = await upsert('Disk is full');
		const title = 'x'.repeat(1100);
		expect(await upsert(title)).toMatchObject({ id, truncated_fields: ['title'] });
		await upsert(title);
		expect(notes(id)).toEqual([`Full title: ${title}`]);
	});

	it('wants a key, and says so before anything is sent', async () => {
		const { error } = await desk.run('incident:upsert', {
			...form('Disk is full'),
			incidentKey: '={{ "" }}',
		});
		expect(error?.message).toBe('"Incident Key" is missing');
		expect(desk.newRequests()).toEqual([]);
	});

	it('says which right is missing, and opens nothing', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'before', kind: 'status', status: 403 });
		const { error } = await desk.run('incident:upsert', form('Disk is full'));
		expect(error?.description).toContain('may not do this');
		expect(desk.sandbox.incidents()).toHaveLength(0);
	});
});
