import type { Incident } from '../../../sandbox/world/entities';
import { openDeskStage } from './deskStage';

jest.setTimeout(300_000);

const at = openDeskStage();

describe('workflows/incident-desk-*.json in trouble', () => {
	it('keeps what PagerDuty does not take, and sends it later, once', async () => {
		const [incident] = await at.declared('Labels do not print');
		const { id, number } = incident as Incident;
		at.stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		const page = await at.desk.declare({
			severity: 'SEV-2',
			title: 'Parcels are lost',
			services: ['Order Fulfilment'],
		});
		expect(await at.desk.pageAt(page)).toContain('nobody is paged yet');
		const kept = await at.desk.act({ incident: number, action: 'Write a note', text: 'Paper is out' });
		expect(await at.desk.pageAt(kept)).toContain('waiting');
		expect(at.titled('Parcels are lost')).toEqual([]);

		at.stage.sandbox.recover();
		// The note arrives, and all answers about it are lost.
		at.stage.sandbox.fail({ kind: 'reset', when: 'after', method: 'POST', path: `/incidents/${id}/notes` });
		at.stage.sandbox.fail({
			kind: 'status',
			status: 503,
			method: 'GET',
			path: `/incidents/${id}/notes`,
			times: 5,
		});
		await at.desk.fiveMinutesPass();
		expect(await at.desk.lastChange()).toMatchObject({ state: 'waiting', tries: 2 });
		for (let time = 0; time < 2; time++) await at.desk.fiveMinutesPass();

		expect(await at.desk.lastChange()).toMatchObject({ state: 'done' });
		expect(at.notesOf(id)).toEqual([expect.stringContaining('Paper is out')]);
		expect(at.titled('Parcels are lost')).toHaveLength(1);
		expect(await at.desk.declaration('Parcels are lost')).toMatchObject({ state: 'open' });
	});

	it('leaves the later change of PagerDuty as it is, and refuses nonsense', async () => {
		const [incident] = await at.declared('Search is slow');
		const { id, number } = incident as Incident;
		at.stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		await at.desk.pageAt(await at.desk.act({ incident: number, action: 'Acknowledge' }));
		at.stage.sandbox.resolve(id);
		at.stage.sandbox.recover();
		await at.desk.fiveMinutesPass();
		expect(await at.desk.lastChange()).toMatchObject({ state: 'overtaken' });
		expect(at.stage.sandbox.incident(id)?.status).toBe('resolved');

		expect(await at.desk.pageAt(await at.desk.act({ incident: 'no such', action: 'Resolve' }))).toContain(
			'Nothing was done',
		);
		const tooLong = { field: 'environment', text: 'x'.repeat(300) };
		await at.desk.pageAt(await at.desk.act({ incident: number, action: 'Set a custom field', ...tooLong }));
		expect(String((await at.desk.lastChange())?.answer)).toContain('too long');
	});

	it('sends a custom field that waits, although another one was set meanwhile', async () => {
		const [incident] = await at.declared('Vouchers are refused');
		const { id, number } = incident as Incident;
		const set = { incident: number, action: 'Set a custom field' } as const;
		at.stage.sandbox.fail({ kind: 'status', status: 503, path: '/', times: 10_000 });
		await at.desk.pageAt(await at.desk.act({ ...set, field: 'environment', text: 'staging' }));
		at.stage.sandbox.recover();
		await at.desk.pageAt(await at.desk.act({ ...set, field: 'customers_affected', text: '12' }));
		for (let time = 0; time < 2; time++) await at.desk.fiveMinutesPass();
		await at.desk.quiet();

		expect(await at.desk.row(id)).toMatchObject({
			custom_fields: '{"environment":"staging","customers_affected":12}',
		});
	});

	it('mends what no event told, and says so once', async () => {
		const { sandbox } = at.stage;
		const { id, number } = sandbox.trigger({ title: 'Prices are wrong' });
		const minutesAgo = new Date(Date.now() - 300_000).toISOString();
		sandbox.note(id, 'Written while nobody listened', undefined, minutesAgo);
		await at.desk.quiet();
		// PagerDuty sends no event for these.
		sandbox.change(id, { title: 'Prices are wrong in Norway', urgency: 'low' });
		await at.desk.fiveMinutesPass();

		expect(await at.desk.row(id)).toMatchObject({ title: 'Prices are wrong in Norway', urgency: 'low' });
		await at.desk.fiveMinutesPass();
		const told = at.messages().join();
		expect(told.split(`#${number} Prices are wrong in Norway`)).toHaveLength(2);
		expect(told.split(`Note added by Maya Lindqvist (incident ${id})`)).toHaveLength(2);
	});

	it('says what it could not read, and reads it the next time', async () => {
		const { sandbox } = at.stage;
		const { id } = sandbox.trigger({ title: 'Invoices are lost' });
		const minutesAgo = new Date(Date.now() - 300_000).toISOString();
		sandbox.note(id, 'Written unseen', undefined, minutesAgo);
		await at.desk.quiet();
		const checkpoint = await at.desk.rows('Desk checkpoints');
		sandbox.change(id, { title: 'All invoices are lost' });
		for (const path of [`/incidents/${id}/log_entries`, `/incidents/${id}$`])
			sandbox.fail({ method: 'GET', path, kind: 'status', status: 403 });
		await at.desk.fiveMinutesPass();

		const told = at.messages().filter((text) => text.startsWith('The incident desk could not read this'));
		expect(told).toEqual([expect.stringContaining(id), expect.stringContaining(id)]);
		expect(await at.desk.row(id)).toMatchObject({ title: 'Invoices are lost' });
		expect(await at.desk.rows('Desk checkpoints')).toEqual(checkpoint);

		await at.desk.fiveMinutesPass();
		expect(await at.desk.row(id)).toMatchObject({ title: 'All invoices are lost' });
		expect((await at.desk.timeline(id)).map(({ text }) => text)).toContain('Written unseen');
		expect(await at.desk.rows('Desk checkpoints')).not.toEqual(checkpoint);
	});
});
