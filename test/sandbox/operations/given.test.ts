import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('What people give where PagerDuty wants an ID', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());
	beforeEach(() => void desk.newRequests());

	const incident = () => desk.sandbox.trigger({ title: 'Mail queue is growing' });

	it.each(['acknowledge', 'resolve', 'update'])(
		'may be the number of an incident to %s',
		async (operation) => {
			const { id, number } = incident();
			const updateFields = { title: 'Mail queue is stuck' };
			for (const given of [`#${number}`, `https://acme.pagerduty.com/incidents/${number}`]) {
				const [changed] = await desk.read(`incident:${operation}`, { incidentId: byId(given), updateFields });
				expect(changed).toMatchObject({ id });
			}
		},
	);

	it('may be numbers of many incidents, which are asked for once and changed together', async () => {
		const numbers = [incident().number, incident().number, incident().number];
		const items = numbers.map((number) => ({ number }));
		const changed = await desk.read(
			'incident:acknowledge',
			{ incidentId: byId('={{ $json.number }}') },
			{ items },
		);
		expect(changed.map(({ incident_number: number }) => number)).toEqual(numbers);
		expect(desk.newRequests().sort()).toEqual([
			...numbers.map((number) => `GET /incidents/${number}`).sort(),
			'PUT /incidents',
		]);
	});

	it('may be the number for a note, whose output names the incident by its ID', async () => {
		const { id, number } = incident();
		const [note] = await desk.read('incidentNote:create', {
			incidentId: byId(`#${number}`),
			content: 'Seen',
		});
		expect(note).toMatchObject({ content: 'Seen', incident: { id } });
		const [listed] = await desk.read('incidentNote:getAll', { incidentId: byId(String(number)) });
		expect(listed).toMatchObject({ content: 'Seen', incident: { id } });
	});

	it('is refused with advice when it is the ID of an event, or of a note', async () => {
		const event = await desk.run('incident:get', { incidentId: byId('01DEN4HPBQAAAG05V5QQYBRZMF') });
		expect(event.error?.message).toContain('data.id');
		const note = await desk.run('incident:acknowledge', { incidentId: byId('PNOTE01') });
		expect(note.error?.description).toContain('$json.data.id');
		expect(note.error?.description).toContain('$json.incident.id');
	});

	it('may be names: a priority, and emails of assignees', async () => {
		const { id } = incident();
		const [first, second] = desk.sandbox.users();
		const emails = [first?.email, second?.email?.toUpperCase()].join(',');
		const priorityId = { __rl: true, mode: 'name', value: 'p1' };
		const updateFields = { priorityId, assigneeIds: emails };
		const [changed] = await desk.read('incident:update', { incidentId: byId(id), updateFields });
		expect(changed).toMatchObject({
			priority: { summary: 'P1' },
			assignments: [{ assignee: { summary: first?.name } }, { assignee: { summary: second?.name } }],
		});
		const nobody = await desk.run('incident:update', {
			incidentId: byId(id),
			updateFields: { assigneeIds: ['nobody@example.com'] },
		});
		expect(nobody.error?.message).toBe('No PagerDuty user has the email nobody@example.com');
		const [without] = await desk.read('incident:update', {
			incidentId: byId(id),
			updateFields: { removePriority: true },
		});
		expect(without?.priority ?? null).toBeNull();
	});

	it('moves incidents to another service, one request each', async () => {
		const service = desk.sandbox.services().at(-1);
		const items = [incident(), incident()].map(({ id }) => ({ id }));
		const updateFields = { serviceId: byId(service?.id ?? '') };
		const moved = await desk.read(
			'incident:update',
			{ incidentId: byId('={{ $json.id }}'), updateFields },
			{ items },
		);
		expect(moved).toMatchObject(items.map(() => ({ service: { id: service?.id } })));
		expect(desk.newRequests()).toEqual(items.map(({ id }) => `PUT /incidents/${id}`));
	});
});

describe('Acknowledge with Only If Still Open', () => {
	it('leaves resolved incidents alone, also among many', async () => {
		const desk = await openDesk();
		const [open, resolved] = [desk.sandbox.trigger(), desk.sandbox.trigger()];
		desk.sandbox.resolve(resolved.id);
		const changed = await desk.read(
			'incident:acknowledge',
			{ incidentId: byId('={{ $json.id }}'), options: { onlyIfOpen: true } },
			{ items: [{ id: open.id }, { id: resolved.id }] },
		);
		expect(changed.map(({ status }) => status)).toEqual(['acknowledged', 'resolved']);
		expect(desk.sandbox.incident(resolved.id)).toMatchObject({ status: 'resolved' });
		await desk.sandbox.close();
	});
});

describe('Text that is longer than PagerDuty takes', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	const create = async (title: string, more: object = {}) =>
		await desk.run('incident:create', {
			serviceId: byId(desk.sandbox.services()[0]?.id ?? ''),
			title,
			...more,
		});

	it('does not keep a page from going out: the title is cut, and stands in the details in full', async () => {
		const title = 'x'.repeat(1020) + '🔥'.repeat(600);
		const { items } = await create(title, { additionalFields: { details: 'Since 9:40' } });
		expect(items[0]?.json).toMatchObject({
			title: `${'x'.repeat(1020)}🔥🔥🔥…`,
			truncated_fields: ['title'],
		});
		const details = desk.sandbox.incident(String(items[0]?.json.id))?.details;
		expect(details).toBe(`Since 9:40\n\nFull title: ${title}`);
	});

	it('is counted in whole characters: 1,024 emoji are sent as they are', async () => {
		const { items } = await create('🔥'.repeat(1024));
		expect(items[0]?.json.title).toBe('🔥'.repeat(1024));
		expect(items[0]?.json).not.toHaveProperty('truncated_fields');
	});

	it('is an error where its user wants one', async () => {
		const { error } = await create('x'.repeat(1025), { options: { ifTooLong: 'error' } });
		expect(error?.message).toBe('"Title" is too long: PagerDuty takes 1,024 characters');
	});

	it('is cut in Update and in notes as well', async () => {
		const { id } = desk.sandbox.trigger();
		const [updated] = await desk.read('incident:update', {
			incidentId: byId(id),
			updateFields: { title: 'y'.repeat(2000) },
		});
		expect(updated).toMatchObject({ title: `${'y'.repeat(1023)}…`, truncated_fields: ['title'] });
		const [note] = await desk.read('incidentNote:create', {
			incidentId: byId(id),
			content: 'z'.repeat(30_000),
		});
		expect(note).toMatchObject({ content: `${'z'.repeat(24_999)}…`, truncated_fields: ['content'] });
	});

	it('does not make one incident of two whose keys begin alike, and the same key finds its own', async () => {
		const key = (end: string) => ({ additionalFields: { incidentKey: 'k'.repeat(300) + end } });
		const ids = [];
		for (const end of ['a', 'b', 'a']) ids.push((await create('Disk full', key(end))).items[0]?.json.id);
		expect(ids[2]).toBe(ids[0]);
		expect(ids[1]).not.toBe(ids[0]);
		const found = await desk.read('incident:getAll', { filters: key('b').additionalFields });
		expect(found.map(({ id }) => id)).toEqual([ids[1]]);
	});
});

describe('A list of incidents', () => {
	it('begins with the newest, and leaves one out where asked to, also under a Limit', async () => {
		const desk = await openDesk();
		const added = desk.sandbox.addIncidents(5).reverse();
		const numbers = added.map(({ number }) => number);
		const read = async (excluded: string) =>
			(await desk.read('incident:getAll', { limit: 3, filters: { excludeIncidentId: byId(excluded) } })).map(
				({ incident_number: number }) => number,
			);
		expect(await read('')).toEqual(numbers.slice(0, 3));
		expect(await read(`#${numbers[1]}`)).toEqual([numbers[0], numbers[2], numbers[3]]);
		expect(await read(added[0]?.id ?? '')).toEqual(numbers.slice(1, 4));
		await desk.sandbox.close();
	});
});
