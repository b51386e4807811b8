import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('lists of incidents', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	const titles = async (filters: INodeParameters, more: INodeParameters = {}) =>
		(await desk.read('incident:getAll', { returnAll: true, filters, ...more })).map(({ title }) => title);

	it('hold only incidents of the chosen states', async () => {
		desk.sandbox.trigger({ title: 'new' });
		desk.sandbox.acknowledge(desk.sandbox.trigger({ title: 'taken' }).id);
		desk.sandbox.resolve(desk.sandbox.trigger({ title: 'over' }).id);
		expect(await titles({ statuses: ['triggered'] })).toEqual(['new']);
		expect((await titles({ statuses: ['acknowledged', 'resolved'] })).sort()).toEqual(['over', 'taken']);
	});

	it('hold only incidents of the chosen services and urgencies', async () => {
		const [mail, shop] = desk.sandbox.services();
		desk.sandbox.trigger({ title: 'mail loud', serviceId: mail?.id, urgency: 'high' });
		desk.sandbox.trigger({ title: 'mail quiet', serviceId: mail?.id, urgency: 'low' });
		desk.sandbox.trigger({ title: 'shop loud', serviceId: shop?.id, urgency: 'high' });
		expect((await titles({ serviceIds: [mail?.id ?? ''] })).sort()).toEqual(['mail loud', 'mail quiet']);
		expect((await titles({ urgencies: ['high'] })).sort()).toEqual(['mail loud', 'shop loud']);
		expect(await titles({ serviceIds: [mail?.id ?? ''], urgencies: ['low'] })).toEqual(['mail quiet']);
	});

	it('hold only incidents of the chosen teams and users', async () => {
		const services = desk.sandbox.services();
		const [own] = services;
		const other = services.find(({ teamIds }) => teamIds[0] !== own?.teamIds[0]);
		const user = desk.sandbox.users().at(-1);
		desk.sandbox.trigger({ title: 'ours', serviceId: own?.id });
		desk.sandbox.trigger({ title: 'theirs', serviceId: other?.id, assigneeIds: [user?.id ?? ''] });
		expect(await titles({ teamIds: own?.teamIds ?? [] })).toEqual(['ours']);
		expect(await titles({ userIds: [user?.id ?? ''] })).toEqual(['theirs']);
	});

	it('hold only the incident with the chosen key', async () => {
		desk.sandbox.trigger({ title: 'keyed', incidentKey: 'mail/queue?&=' });
		desk.sandbox.trigger({ title: 'other' });
		expect(await titles({ incidentKey: 'mail/queue?&=' })).toEqual(['keyed']);
	});

	it('go back one month, further with Since, and to the beginning with All Time', async () => {
		const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
		for (const days of [1, 60, 400]) {
			desk.sandbox.addIncidents(1, { title: `${days} days`, createdAt: daysAgo(days) });
		}
		expect(await titles({})).toEqual(['1 days']);
		expect(await titles({ since: daysAgo(90) }, oldestFirst)).toEqual(['60 days', '1 days']);
		expect(await titles({ since: daysAgo(90), until: daysAgo(30) })).toEqual(['60 days']);
		expect(await titles({ allTime: true }, oldestFirst)).toEqual(['400 days', '60 days', '1 days']);
	});

	it('come in the chosen order', async () => {
		desk.sandbox.addIncidents(3, (index) => ({ title: `incident ${index}` }));
		const forward = ['incident 0', 'incident 1', 'incident 2'];
		expect(await titles({}, oldestFirst)).toEqual(forward);
		expect(await titles({}, { options: { sortBy: 'incident_number:desc' } })).toEqual(forward.toReversed());
	});

	it('write times in the chosen time zone', async () => {
		desk.sandbox.trigger();
		const [incident] = await desk.read('incident:getAll', { options: { timeZone: 'Asia/Kolkata' } });
		expect(incident?.created_at).toMatch(/\+05:30$/);
	});

	it('hold related objects in full where they are included, and short where not', async () => {
		desk.sandbox.trigger();
		const [short] = await desk.read('incident:getAll', {});
		const include = ['services', 'assignees'];
		const [full] = await desk.read('incident:getAll', { options: { include } });
		const service = desk.sandbox.services()[0]?.description;
		expect(short?.service).not.toHaveProperty('description');
		expect(full).toMatchObject({
			service: { description: service },
			assignments: [{ assignee: { email: expect.stringContaining('@harborline.example') } }],
		});
	});

	it('are raw PagerDuty objects where Simplify is off', async () => {
		const { id } = desk.sandbox.trigger();
		const [raw] = await desk.read('incident:get', { incidentId: byId(id), simplify: false });
		const [simple] = await desk.read('incident:get', { incidentId: byId(id) });
		expect(raw).toMatchObject({ type: 'incident', service: { type: 'service_reference' } });
		expect(raw?.self).toMatch(id);
		expect(simple).not.toHaveProperty('self');
		expect(simple?.service as IDataObject).not.toHaveProperty('type');
	});
});

const oldestFirst = { options: { sortBy: 'created_at:asc' } };

describe('lists of services', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	const names = async (parameters: INodeParameters) =>
		(await desk.read('service:getAll', { returnAll: true, ...parameters })).map(({ name }) => name);

	it('hold only services with the search text in their name', async () => {
		expect(await names({ filters: { query: 'check' } })).toEqual(['Checkout API']);
	});

	it('hold only services of the chosen teams', async () => {
		const [first] = desk.sandbox.services();
		const expected = desk.sandbox.services().filter(({ teamIds }) => teamIds[0] === first?.teamIds[0]);
		const found = await names({ filters: { teamIds: first?.teamIds ?? [] } });
		expect(found).toEqual(expected.map(({ name }) => name).sort());
		expect(found.length).toBeLessThan(desk.sandbox.services().length);
	});

	it('come in the chosen order', async () => {
		const forward = await names({});
		expect(await names({ options: { sortBy: 'name:desc' } })).toEqual(forward.toReversed());
	});

	it('hold teams in full where they are included', async () => {
		const [service] = await desk.read('service:getAll', { limit: 1, options: { include: ['teams'] } });
		expect(service).toMatchObject({ teams: [{ description: expect.any(String) }] });
	});
});
