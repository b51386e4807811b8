import type { Incident } from '../../../sandbox/world/entities';
import { preloading } from '../../support/preloading';
import { openStage } from '../stage';
import { serviceNamed } from './acting';
import { openDesk, type IncidentDesk } from './incidentDesk';

jest.setTimeout(300_000);

// What is scheduled runs when a test says so: five minutes that pass meanwhile would tell the chat things twice.
const stage = openStage('2.41', { env: { ...preloading('e2e/timePasses.mjs'), CLOCK_STANDS: 'true' } });
let desk: IncidentDesk;
beforeAll(async () => {
	desk = await openDesk(stage);
});
afterEach(() => stage.sandbox.recover());

const titled = (title: string) => stage.sandbox.incidents().filter((incident) => incident.title === title);
const notesOf = (id: string) => stage.sandbox.notes(id).map(({ content }) => content);
const messages = () => stage.sandbox.inbox.messages().map(({ text }) => text);

async function declared(title: string, services = ['Checkout API'], severity = 'SEV-1'): Promise<Incident[]> {
	const page = await desk.declare({ severity, title, description: 'Since noon', services });
	expect(await desk.pageAt(page)).toContain('The incident is declared');
	await desk.quiet();
	return titled(title);
}

const idsOfTimeline = async (incidentId: string) =>
	(await desk.timeline(incidentId)).map(({ entry_id: id }) => id).sort();

describe('workflows/incident-desk-*.json', () => {
	it('offers the services of the account, each once although it was set up twice', async () => {
		const ids = (await desk.rows('Desk services')).map(({ service_id: id }) => String(id)).sort();
		expect(ids).toEqual([...stage.sandbox.services().map(({ id }) => id)].sort());
		expect(await desk.rows('Desk severities')).toHaveLength(4);
	});

	it('opens linked incidents of what is declared, and shows them at the desk', async () => {
		const incidents = await declared('Nobody can pay', ['Checkout API', 'Payments Gateway']);

		expect(incidents.map(({ serviceId }) => serviceId).sort()).toEqual(
			[serviceNamed(stage.sandbox, 'Checkout API'), serviceNamed(stage.sandbox, 'Payments Gateway')].sort(),
		);
		const declaration = await desk.declaration('Nobody can pay');
		expect(declaration).toMatchObject({ state: 'open', declared_by: 'Ana', severity: 'SEV-1' });
		for (const incident of incidents) {
			expect(incident).toMatchObject({ urgency: 'high', incidentKey: declaration?.declaration_id });
			expect(incident.details).toContain('Since noon');
			const row = { number: String(incident.number), status: 'triggered', title: 'Nobody can pay' };
			expect(await desk.row(incident.id)).toMatchObject(row);
		}
		expect(messages().at(-1)).toContain('SEV-1 declared by Ana: Nobody can pay');
		expect((await declared('The wiki is slow', ['Internal Wiki'], 'SEV-4'))[0]?.urgency).toBe('low');
	});

	it('sends what is done at the desk to PagerDuty once, and it comes back once', async () => {
		const [incident] = await declared('Basket is empty');
		const { id, number } = incident as Incident;
		const page = await desk.act({ incident: `#${number}`, action: 'Acknowledge' });
		expect(await desk.pageAt(page)).toContain('PagerDuty has it');
		for (const change of [
			{ action: 'Write a note', text: 'Restarted the <b>queue</b> {{ 1 + 1 }}' },
			{ action: 'Set a custom field', field: 'environment', text: 'staging' },
			{ action: 'Set a custom field', field: 'customers_affected', text: '12' },
		] as const)
			await desk.pageAt(await desk.act({ incident: number, ...change }));
		for (let time = 0; time < 2; time++) await desk.fiveMinutesPass();
		await desk.quiet();

		expect(notesOf(id)).toEqual([
			expect.stringMatching(/^Ana .+\):\nRestarted the <b>queue<\/b> \{\{ 1 \+ 1 \}\}$/),
		]);
		expect(await desk.row(id)).toMatchObject({
			status: 'acknowledged',
			custom_fields: '{"environment":"staging","customers_affected":12}',
		});
		expect(await idsOfTimeline(id)).toEqual(
			stage.sandbox
				.log(id)
				.map((entry) => entry.id)
				.sort(),
		);
		const changes = (await desk.rows('Desk changes')).filter((row) => row.incident_id === id);
		expect(changes.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
	});

	it('shows what happens in PagerDuty, each thing once', async () => {
		const { sandbox } = stage;
		const { id } = sandbox.trigger({
			serviceId: serviceNamed(sandbox, 'Warehouse Sync'),
			title: 'Stock is stale',
		});
		const other = sandbox.users().find(({ name }) => name === 'Mei Tanaka')?.id ?? '';
		sandbox.acknowledge(id);
		sandbox.note(id, 'Looking at it');
		sandbox.change(id, { escalationLevel: 2 });
		sandbox.change(id, { assigneeIds: [other] });
		sandbox.resolve(id);
		sandbox.change(id, { status: 'triggered' });
		await desk.quiet();

		expect(await desk.row(id)).toMatchObject({
			status: 'triggered',
			title: 'Stock is stale',
			incident_id: id,
		});
		expect(await idsOfTimeline(id)).toEqual(
			sandbox
				.log(id)
				.map((entry) => entry.id)
				.sort(),
		);
		expect((await desk.timeline(id)).filter(({ text }) => text === 'Looking at it')).toHaveLength(1);
	});

	it('resolves all incidents of a declaration, and the declaration by itself; a reopened one opens it again', async () => {
		const [first, second] = await declared('Refunds fail', ['Checkout API', 'Payments Gateway']);
		const id = String((await desk.declaration('Refunds fail'))?.declaration_id);
		stage.sandbox.resolve(String(first?.id));
		await desk.quiet();
		expect(await desk.declaration('Refunds fail')).toMatchObject({ state: 'open' });

		await desk.pageAt(await desk.act({ incident: id, action: 'Resolve', text: 'Rolled back' }));
		await desk.quiet();
		expect(stage.sandbox.incident(String(second?.id))?.status).toBe('resolved');
		expect(await desk.declaration('Refunds fail')).toMatchObject({ state: 'resolved' });

		stage.sandbox.change(String(first?.id), { status: 'triggered' });
		await desk.quiet();
		expect(await desk.declaration('Refunds fail')).toMatchObject({ state: 'open' });
	});

	it('keeps what PagerDuty does not take, and sends it later, once', async () => {
		const [incident] = await declared('Labels do not print');
		const { id, number } = incident as Incident;
		stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		const page = await desk.declare({
			severity: 'SEV-2',
			title: 'Parcels are lost',
			services: ['Order Fulfilment'],
		});
		expect(await desk.pageAt(page)).toContain('nobody is paged yet');
		const kept = await desk.act({ incident: number, action: 'Write a note', text: 'Paper is out' });
		expect(await desk.pageAt(kept)).toContain('waiting');
		expect(titled('Parcels are lost')).toEqual([]);

		stage.sandbox.recover();
		// The note arrives, and all answers about it are lost.
		stage.sandbox.fail({ kind: 'reset', when: 'after', method: 'POST', path: `/incidents/${id}/notes` });
		stage.sandbox.fail({
			kind: 'status',
			status: 503,
			method: 'GET',
			path: `/incidents/${id}/notes`,
			times: 5,
		});
		await desk.fiveMinutesPass();
		expect(await desk.lastChange()).toMatchObject({ state: 'waiting', tries: 2 });
		for (let time = 0; time < 2; time++) await desk.fiveMinutesPass();

		expect(await desk.lastChange()).toMatchObject({ state: 'done' });
		expect(notesOf(id)).toEqual([expect.stringContaining('Paper is out')]);
		expect(titled('Parcels are lost')).toHaveLength(1);
		expect(await desk.declaration('Parcels are lost')).toMatchObject({ state: 'open' });
	});

	it('leaves the later change of PagerDuty as it is, and refuses nonsense', async () => {
		const [incident] = await declared('Search is slow');
		const { id, number } = incident as Incident;
		stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		await desk.pageAt(await desk.act({ incident: number, action: 'Acknowledge' }));
		stage.sandbox.resolve(id);
		stage.sandbox.recover();
		await desk.fiveMinutesPass();
		expect(await desk.lastChange()).toMatchObject({ state: 'overtaken' });
		expect(stage.sandbox.incident(id)?.status).toBe('resolved');

		expect(await desk.pageAt(await desk.act({ incident: 'no such', action: 'Resolve' }))).toContain(
			'Nothing was done',
		);
		const tooLong = { field: 'environment', text: 'x'.repeat(300) };
		await desk.pageAt(await desk.act({ incident: number, action: 'Set a custom field', ...tooLong }));
		expect(String((await desk.lastChange())?.answer)).toContain('too long');
	});

	it('sends a custom field that waits, although another one was set meanwhile', async () => {
		const [incident] = await declared('Vouchers are refused');
		const { id, number } = incident as Incident;
		const set = { incident: number, action: 'Set a custom field' } as const;
		stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		await desk.pageAt(await desk.act({ ...set, field: 'environment', text: 'staging' }));
		stage.sandbox.recover();
		await desk.pageAt(await desk.act({ ...set, field: 'customers_affected', text: '12' }));
		for (let time = 0; time < 2; time++) await desk.fiveMinutesPass();
		await desk.quiet();

		expect(await desk.row(id)).toMatchObject({
			custom_fields: '{"environment":"staging","customers_affected":12}',
		});
	});

	it('mends what no event told, and says so once', async () => {
		const { sandbox } = stage;
		const { id, number } = sandbox.trigger({ title: 'Prices are wrong' });
		const minutesAgo = new Date(Date.now() - 300_000).toISOString();
		sandbox.note(id, 'Written while nobody listened', undefined, minutesAgo);
		await desk.quiet();
		// PagerDuty sends no event for these.
		sandbox.change(id, { title: 'Prices are wrong in Norway', urgency: 'low' });
		await desk.fiveMinutesPass();

		expect(await desk.row(id)).toMatchObject({ title: 'Prices are wrong in Norway', urgency: 'low' });
		await desk.fiveMinutesPass();
		const told = messages().join();
		expect(told.split(`#${number} Prices are wrong in Norway`)).toHaveLength(2);
		expect(told.split(`Note added by Maya Lindqvist (incident ${id})`)).toHaveLength(2);
	});

	it('says what it could not read, and reads it the next time', async () => {
		const { sandbox } = stage;
		const { id } = sandbox.trigger({ title: 'Invoices are lost' });
		const minutesAgo = new Date(Date.now() - 300_000).toISOString();
		sandbox.note(id, 'Written unseen', undefined, minutesAgo);
		await desk.quiet();
		const checkpoint = await desk.rows('Desk checkpoints');
		sandbox.change(id, { title: 'All invoices are lost' });
		for (const path of [`/incidents/${id}/log_entries`, `/incidents/${id}$`])
			sandbox.fail({ method: 'GET', path, kind: 'status', status: 403 });
		await desk.fiveMinutesPass();

		const told = messages().filter((text) => text.startsWith('The incident desk could not read this'));
		expect(told).toEqual([expect.stringContaining(id), expect.stringContaining(id)]);
		expect(await desk.row(id)).toMatchObject({ title: 'Invoices are lost' });
		expect(await desk.rows('Desk checkpoints')).toEqual(checkpoint);

		await desk.fiveMinutesPass();
		expect(await desk.row(id)).toMatchObject({ title: 'All invoices are lost' });
		expect((await desk.timeline(id)).map(({ text }) => text)).toContain('Written unseen');
		expect(await desk.rows('Desk checkpoints')).not.toEqual(checkpoint);
	});
});
