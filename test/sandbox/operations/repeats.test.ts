import { until } from '../../support/until';
import { byId, deskForTests } from '../../support/operations/desk';

describe('writes whose outcome gets lost on the way', () => {
	const desk = deskForTests('empty');

	const create = (title: string, call = {}, additionalFields = {}) =>
		desk.read(
			'incident:create',
			{ serviceId: byId(desk.sandbox.services()[0]?.id ?? ''), title, additionalFields },
			call,
		);

	it.each(['reset', 'truncate', 'status'] as const)(
		'open exactly one incident when the answer is lost (%s)',
		async (kind) => {
			desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'after', kind });
			const [incident] = await create('Mail queue is growing');
			expect(desk.sandbox.incidents().map(({ id }) => id)).toEqual([incident?.id]);
			expect(incident).toMatchObject({ title: 'Mail queue is growing', status: 'triggered' });
		},
	);

	it('open one incident for each item, also for items that are alike', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'after', kind: 'reset', skip: 1 });
		const incidents = await create('Same title', { items: [{}, {}, {}] });
		expect(new Set(incidents.map(({ id }) => id)).size).toBe(3);
		expect(desk.sandbox.incidents()).toHaveLength(3);
	});

	it('open no second incident when n8n runs the same item of the same execution again', async () => {
		const [first] = await create('Mail queue is growing', { executionId: '77' });
		const [again] = await create('Mail queue is growing', { executionId: '77' });
		const [next] = await create('Mail queue is growing', { executionId: '78' });
		expect(again?.id).toBe(first?.id);
		expect(next?.id).not.toBe(first?.id);
	});

	it('return the open incident that has the user’s key, and open a new one once that is resolved', async () => {
		const additionalFields = { incidentKey: 'mail-queue' };
		const [first] = await create('First', {}, additionalFields);
		const [second] = await create('Second', {}, additionalFields);
		expect(second).toMatchObject({ id: first?.id, title: 'First' });
		desk.sandbox.resolve(String(first?.id));
		const [third] = await create('Third', {}, additionalFields);
		expect(third).toMatchObject({ title: 'Third', incident_key: 'mail-queue' });
	});

	it('change an incident once more, which changes nothing', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.fail({ method: 'PUT', path: '/incidents', when: 'after', kind: 'reset' });
		const updateFields = { urgency: 'low' };
		const [incident] = await desk.read('incident:update', { incidentId: byId(id), updateFields });
		expect(incident).toMatchObject({ id, urgency: 'low' });
	});

	it.each(['acknowledge', 'resolve'] as const)(
		'%s once more, which finds it done, alone and among many',
		async (operation) => {
			const ids = [desk.sandbox.trigger().id, desk.sandbox.trigger().id];
			for (const chosen of [ids.slice(0, 1), ids]) {
				desk.sandbox.fail({ method: 'PUT', path: '/incidents', when: 'after', kind: 'reset' });
				const incidents = await desk.read(
					`incident:${operation}`,
					{ incidentId: byId('={{ $json.id }}') },
					{ items: chosen.map((id) => ({ id })) },
				);
				expect(incidents).toMatchObject(
					chosen.map((id) => ({ id, status: operation === 'resolve' ? 'resolved' : 'acknowledged' })),
				);
			}
		},
	);

	it('say that an incident is resolved when more than that was asked for, because the rest was not done', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.resolve(id);
		const updateFields = { status: 'resolved', escalationLevel: 1 };
		const { error } = await desk.run('incident:update', { incidentId: byId(id), updateFields });
		expect(error?.message).toContain('Already Resolved');
	});

	it('do not reopen what a person resolved while the answer was lost', async () => {
		const { id } = desk.sandbox.trigger();
		const { id: other } = desk.sandbox.trigger();
		desk.sandbox.fail({ method: 'PUT', path: '/incidents', when: 'after', kind: 'reset' });
		const running = desk.read(
			'incident:acknowledge',
			{ incidentId: byId('={{ $json.id }}') },
			{ items: [{ id }, { id: other }] },
		);
		await until('acknowledged', () => desk.sandbox.incident(id)?.status === 'acknowledged');
		desk.sandbox.resolve(id);
		expect(await running).toMatchObject([
			{ id, status: 'resolved' },
			{ id: other, status: 'acknowledged' },
		]);
		expect(desk.sandbox.incident(id)).toMatchObject({ status: 'resolved', reopenedAt: null });
	});

	it.each([
		['assignees', () => ({ assigneeIds: [desk.sandbox.users()[1]?.id ?? ''] })],
		['an escalation', () => ({ escalationLevel: 2 })],
		[
			'assignees along with a status',
			() => ({ status: 'acknowledged', assigneeIds: [desk.sandbox.users()[1]?.id ?? ''] }),
		],
	])('alert nobody twice: %s', async (_, updateFields) => {
		const { id } = desk.sandbox.trigger();
		desk.newRequests();
		desk.sandbox.fail({ method: 'PUT', path: '/incidents', when: 'after', kind: 'reset' });
		const [incident] = await desk.read('incident:update', {
			incidentId: byId(id),
			updateFields: updateFields(),
		});
		expect(incident).toMatchObject({ id });
		expect(desk.newRequests().filter((request) => request.startsWith('PUT'))).toHaveLength(1);
	});

	it('resolve after all what a person acknowledged while nobody knew that the request was lost', async () => {
		const { id } = desk.sandbox.trigger();
		desk.newRequests();
		desk.sandbox.fail({ method: 'PUT', path: '/incidents', when: 'before', kind: 'reset' });
		const running = desk.read('incident:resolve', { incidentId: byId(id) });
		await until('sent', () => desk.newRequests().includes(`PUT /incidents/${id}`));
		desk.sandbox.acknowledge(id);
		expect(await running).toMatchObject([{ id, status: 'resolved' }]);
		expect(desk.sandbox.incident(id)).toMatchObject({ status: 'resolved' });
	});

	it('make the rest of a change whose status was set by then', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.resolve(id);
		const updateFields = { status: 'resolved', title: 'It was the disk' };
		const [incident] = await desk.read('incident:update', { incidentId: byId(id), updateFields });
		expect(incident).toMatchObject({ id, status: 'resolved', title: 'It was the disk' });
	});

	it.each([
		['the answer', 'after'],
		['the request', 'before'],
	] as const)(
		'open one incident for two items with one key, though %s of the first was lost',
		async (_, when) => {
			desk.sandbox.fail({ method: 'POST', path: '/incidents', when, kind: 'reset' });
			const incidents = await create('Disk full', { items: [{}, {}] }, { incidentKey: 'disk' });
			const [opened] = desk.sandbox.incidents();
			expect(desk.sandbox.incidents()).toHaveLength(1);
			expect(incidents.map(({ id }) => id)).toEqual([opened?.id, opened?.id]);
		},
	);

	it('open no second incident when the first one was resolved before its answer could be asked for again', async () => {
		desk.sandbox.fail({ method: 'POST', path: '/incidents', when: 'after', kind: 'reset' });
		const running = create('Disk full', {}, { incidentKey: 'disk' });
		await until('opened', () => desk.sandbox.incidents().length === 1);
		desk.sandbox.resolve(String(desk.sandbox.incidents()[0]?.id));
		expect(await running).toMatchObject([{ status: 'resolved' }]);
		expect(desk.sandbox.incidents()).toHaveLength(1);
	});
});
