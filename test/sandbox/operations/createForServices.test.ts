import type { IDataObject } from 'n8n-workflow';

import { deskForTests, type Call } from '../../support/operations/desk';

describe('Create for Several Services', () => {
	const desk = deskForTests('empty');

	const three = () =>
		desk.sandbox
			.services()
			.slice(0, 3)
			.map(({ id }) => id);
	const form = (more: object = {}) => ({
		serviceIds: three(),
		title: 'The data centre has no power',
		...more,
	});
	const create = async (more: object = {}, call: Call = {}): Promise<IDataObject[]> =>
		await desk.read('incident:createForServices', form(more), call);
	const notesOf = (id: unknown) => desk.sandbox.notes(String(id)).map(({ content }) => content);
	const keyed = { additionalFields: { correlationId: 'outage-1' } };

	/** Each service has one incident, and each incident one note that names the two others. */
	function expectThree() {
		const incidents = desk.sandbox.incidents();
		expect(incidents.map(({ serviceId }) => serviceId).sort()).toEqual(three().sort());
		for (const { id } of incidents) {
			const others = incidents.filter((other) => other.id !== id).map(({ number }) => `#${number} `);
			const [note = '', ...more] = notesOf(id);
			expect(more).toEqual([]);
			for (const other of others) expect(note).toContain(other);
			expect(note.split('\n')).toHaveLength(3);
		}
	}

	it('opens one incident on each, and links them', async () => {
		const rows = await create();
		expect(rows.map(({ created }) => created)).toEqual([true, true, true]);
		expectThree();
	});

	it('keeps the items apart, and opens no second incident when n8n runs an item again', async () => {
		const [first] = await create({}, { items: [{}, {}], executionId: '77' });
		expect(desk.sandbox.incidents()).toHaveLength(6);
		const [again] = await create({}, { items: [{}, {}], executionId: '77' });
		expect(again?.id).toBe(first?.id);
		expect(desk.sandbox.incidents()).toHaveLength(6);
		for (const { id } of desk.sandbox.incidents()) expect(notesOf(id)).toHaveLength(1);
	});

	it('returns the open incident of a service that has the correlation ID', async () => {
		const [serviceId] = three();
		const { id } = desk.sandbox.trigger({ serviceId, incidentKey: 'outage-1' });
		const rows = await create(keyed);
		expect(rows[0]).toMatchObject({ id, created: false, correlation_id: 'outage-1' });
		expect(rows.slice(1)).toMatchObject([{ created: true }, { created: true }]);
		expectThree();
	});

	it('writes no note where there is nothing to link', async () => {
		const [row] = await create({ serviceIds: three().slice(0, 1) });
		expect(notesOf(row?.id)).toEqual([]);
	});

	it.each([
		['the first incident', '/incidents', 0],
		['the last incident', '/incidents', 2],
		['the first note', '/notes', 0],
		['the last note', '/notes', 2],
	])('opens and writes each once when an answer is lost: %s', async (_, path, skip) => {
		desk.sandbox.fail({
			method: 'POST',
			path: path === '/notes' ? path : '^/incidents$',
			when: 'after',
			kind: 'reset',
			skip,
		});
		const rows = await create();
		expect(rows.map(({ created }) => created)).toEqual([true, true, true]);
		expectThree();
	});

	it('opens the others when one fails, and says of each what became of it', async () => {
		const [first = '', , last = ''] = three();
		const { error } = await desk.run(
			'incident:createForServices',
			form({ serviceIds: [first, 'PNONE01', last] }),
		);
		expect(error?.message).toMatch(/^1 of 3 services failed: /);
		const [one, two] = desk.sandbox.incidents();
		expect(error?.description).toContain(`#${one?.number} is open`);
		expect(error?.description).toContain(`#${two?.number} is open`);
		expect(error?.description).toContain('PNONE01: ');
		expect(notesOf(one?.id)).toEqual([expect.stringContaining(`#${two?.number} `)]);
	});

	it('goes on with an item that names what was opened, where the node continues on errors', async () => {
		const [first = ''] = three();
		const { errors } = await desk.run(
			'incident:createForServices',
			form({ serviceIds: [first, 'PNONE01'] }),
			{
				onError: 'continueErrorOutput',
			},
		);
		const [opened] = desk.sandbox.incidents();
		expect(errors.map(({ json }) => json)).toMatchObject([
			{
				error: expect.stringMatching(/^1 of 2 services failed/) as string,
				details: {
					correlation_id: opened?.incidentKey,
					services: [
						{ service_id: first, id: opened?.id, incident_number: opened?.number },
						{ service_id: 'PNONE01', error: expect.any(String) as string },
					],
				},
			},
		]);
	});

	it('gives each service an item where its user wants that, the failed ones with an error', async () => {
		const [first = ''] = three();
		const rows = await create({ serviceIds: [first, 'PNONE01'], options: { ifSomeFail: 'output' } });
		expect(rows).toMatchObject([
			{ created: true, service: { id: first } },
			{ created: false, service: { id: 'PNONE01' }, error: expect.any(String) as string },
		]);
		expect(rows[0]).not.toHaveProperty('error');
	});

	it('fails when all services fail, whatever its user wants of some', async () => {
		const serviceIds = ['PNONE01', 'PNONE02'];
		const { error } = await desk.run(
			'incident:createForServices',
			form({ serviceIds, options: { ifSomeFail: 'output' } }),
		);
		expect(error?.message).toMatch(/^2 of 2 services failed: /);
		expect(desk.sandbox.incidents()).toEqual([]);
	});

	it('says what PagerDuty says when it refuses all for one reason', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/incidents', kind: 'status', status: 403, times: 3 });
		const { error } = await desk.run('incident:createForServices', form());
		expect(error?.message).not.toContain('services failed');
		expect(error?.description).toContain('may not do this');
	});

	it('completes what an earlier run could not, and adds what is new to the notes', async () => {
		const fault = { method: 'POST', path: '^/incidents$', kind: 'status', status: 403, skip: 2 } as const;
		desk.sandbox.fail(fault);
		expect((await desk.run('incident:createForServices', form(keyed))).error).toBeDefined();
		expect(desk.sandbox.incidents()).toHaveLength(2);
		const rows = await create(keyed);
		expect(rows.map(({ created }) => created)).toEqual([false, false, true]);
		expectThree();
	});

	it('does not count an incident as missing whose note is refused, but says so', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/notes', kind: 'status', status: 403 });
		const rows = await create({ options: { ifSomeFail: 'output' } });
		expect(rows.map(({ created }) => created)).toEqual([true, true, true]);
		expect(rows[0]?.error).toEqual(expect.any(String));
		expect(rows[1]).not.toHaveProperty('error');
	});

	it('says that all incidents are open where only notes are missing, and writes these when it runs again', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/notes', kind: 'status', status: 403 });
		const { error } = await desk.run('incident:createForServices', form(keyed));
		expect(error?.message).toMatch(/^All incidents are open, but notes that link them are missing: /);
		expect(error?.description).toContain('opens only what is missing');
		await create(keyed);
		expectThree();
	});

	it('says that nobody knows when a request is lost again and again, and names the open ones', async () => {
		desk.sandbox.fail({ method: 'POST', path: '^/incidents$', kind: 'reset', skip: 1, times: 100 });
		const { errors } = await desk.run('incident:createForServices', form(), {
			onError: 'continueErrorOutput',
		});
		const [opened] = desk.sandbox.incidents();
		expect(errors[0]?.json).toMatchObject({ details: { outcomeUnknown: true } });
		expect(JSON.stringify(errors[0]?.json)).toContain(String(opened?.id));
		desk.sandbox.recover();
	});

	it('waits as PagerDuty says, and loses none', async () => {
		const headers = { 'ratelimit-reset': '1' };
		desk.sandbox.fail({ method: 'POST', path: '/incidents', kind: 'status', status: 429, headers, skip: 1 });
		await create();
		expectThree();
	});
});
