import { until } from '../../support/until';
import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('a note whose outcome got lost on the way', () => {
	let desk: Desk;
	let id: string;
	beforeAll(async () => {
		desk = await openDesk();
	});
	beforeEach(() => {
		desk.sandbox.reset('empty');
		({ id } = desk.sandbox.trigger());
		desk.newRequests();
	});
	afterAll(() => desk.sandbox.close());

	const write = (content: string, call = {}) =>
		desk.run('incidentNote:create', { incidentId: byId(id), content }, call);
	const lose = (when: 'before' | 'after', more = {}) =>
		desk.sandbox.fail({ method: 'POST', path: '/incidents', when, kind: 'reset', ...more });
	const texts = () => desk.sandbox.notes(id).map(({ content }) => content);

	it.each(['reset', 'truncate', 'status', 'body'] as const)(
		'is found, and not written twice, when the answer was lost (%s)',
		async (kind) => {
			lose('after', { kind, body: kind === 'body' ? {} : undefined });
			const { items } = await write('Disk full\r\n  of mail-3 ');
			expect(items.map(({ json }) => json.id)).toEqual(desk.sandbox.notes(id).map((note) => note.id));
			expect(texts()).toHaveLength(1);
			expect(desk.newRequests()).toEqual([`POST /incidents/${id}/notes`, `GET /incidents/${id}/notes`]);
		},
	);

	it('is written when the request was lost, and then again when that was lost too', async () => {
		lose('before', { times: 2 });
		const { items } = await write('Disk full');
		expect(items.map(({ json }) => json.content)).toEqual(['Disk full']);
		expect(texts()).toEqual(['Disk full']);
	});

	it('is not mistaken for an equal one that is older', async () => {
		const older = desk.sandbox.note(id, 'Disk full');
		await desk.sandbox.advance(5_000);
		lose('before');
		const { items } = await write('Disk full');
		expect(items[0]?.json.id).not.toBe(older.id);
		expect(texts()).toEqual(['Disk full', 'Disk full']);
	});

	it('is not mistaken for another text of the same moment', async () => {
		lose('before');
		const running = write('Disk full');
		await until('the first try', () => desk.sandbox.requests().length > 0);
		desk.sandbox.note(id, 'Disk full again');
		expect((await running).items.map(({ json }) => json.content)).toEqual(['Disk full']);
		expect(texts()).toEqual(['Disk full again', 'Disk full']);
	});

	it.each(['before', 'after'] as const)(
		'is not mistaken for the note of another item that says the same (lost %s it was taken)',
		async (when) => {
			lose(when, { skip: 1 });
			const { items } = await write('Disk full', { items: [{}, {}, {}] });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
			const ids = items.map(({ json }) => json.id);
			expect(ids).toEqual(desk.sandbox.notes(id).map((note) => note.id));
			expect(new Set(ids).size).toBe(3);
		},
	);

	it('stays unknown when the look-up is refused, and the error says so', async () => {
		lose('after');
		desk.sandbox.fail({ method: 'GET', path: '/incidents', kind: 'status', status: 403 });
		const { error } = await write('Disk full');
		expect(error?.description).toContain('Nobody knows whether PagerDuty carried this request out');
		expect(texts()).toEqual(['Disk full']);
	});
});
