import { idNamed } from '../../support/idNamed';
import type { Incident } from '../../../sandbox/world/entities';
import { openDeskStage } from './deskStage';

jest.setTimeout(300_000);

const at = openDeskStage();

const idsOfTimeline = async (incidentId: string) =>
	(await at.desk.timeline(incidentId)).map(({ entry_id: id }) => id).sort();

describe('workflows/incident-desk-*.json', () => {
	it('offers the services of the account, each once although it was set up twice', async () => {
		const ids = (await at.desk.rows('Desk services')).map(({ service_id: id }) => String(id)).sort();
		expect(ids).toEqual([...at.stage.sandbox.services().map(({ id }) => id)].sort());
		expect(await at.desk.rows('Desk severities')).toHaveLength(4);
	});

	it('opens linked incidents of what is declared, and shows them at the desk', async () => {
		const incidents = await at.declared('Nobody can pay', ['Checkout API', 'Payments Gateway']);

		expect(incidents.map(({ serviceId }) => serviceId).sort()).toEqual(
			[
				idNamed(at.stage.sandbox.services(), 'Checkout API'),
				idNamed(at.stage.sandbox.services(), 'Payments Gateway'),
			].sort(),
		);
		const declaration = await at.desk.declaration('Nobody can pay');
		expect(declaration).toMatchObject({ state: 'open', declared_by: 'Ana', severity: 'SEV-1' });
		for (const incident of incidents) {
			expect(incident).toMatchObject({ urgency: 'high', incidentKey: declaration?.declaration_id });
			expect(incident.details).toContain('Since noon');
			const row = { number: String(incident.number), status: 'triggered', title: 'Nobody can pay' };
			expect(await at.desk.row(incident.id)).toMatchObject(row);
		}
		expect(at.messages().at(-1)).toContain('SEV-1 declared by Ana: Nobody can pay');
		expect((await at.declared('The wiki is slow', ['Internal Wiki'], 'SEV-4'))[0]?.urgency).toBe('low');
	});

	it('sends what is done at the desk to PagerDuty once, and it comes back once', async () => {
		const [incident] = await at.declared('Basket is empty');
		const { id, number } = incident as Incident;
		const page = await at.desk.act({ incident: `#${number}`, action: 'Acknowledge' });
		expect(await at.desk.pageAt(page)).toContain('PagerDuty has it');
		for (const change of [
			{ action: 'Write a note', text: 'Restarted the <b>queue</b> {{ 1 + 1 }}' },
			{ action: 'Set a custom field', field: 'environment', text: 'staging' },
			{ action: 'Set a custom field', field: 'customers_affected', text: '12' },
		] as const)
			await at.desk.pageAt(await at.desk.act({ incident: number, ...change }));
		for (let time = 0; time < 2; time++) await at.desk.fiveMinutesPass();
		await at.desk.quiet();

		expect(at.notesOf(id)).toEqual([
			expect.stringMatching(/^Ana .+\):\nRestarted the <b>queue<\/b> \{\{ 1 \+ 1 \}\}$/),
		]);
		expect(await at.desk.row(id)).toMatchObject({
			status: 'acknowledged',
			custom_fields: '{"environment":"staging","customers_affected":12}',
		});
		expect(await idsOfTimeline(id)).toEqual(
			at.stage.sandbox
				.log(id)
				.map((entry) => entry.id)
				.sort(),
		);
		const changes = (await at.desk.rows('Desk changes')).filter((row) => row.incident_id === id);
		expect(changes.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
	});

	it('shows what happens in PagerDuty, each thing once', async () => {
		const { sandbox } = at.stage;
		const { id } = sandbox.trigger({
			serviceId: idNamed(sandbox.services(), 'Warehouse Sync'),
			title: 'Stock is stale',
		});
		const other = idNamed(sandbox.users(), 'Mei Tanaka');
		sandbox.acknowledge(id);
		sandbox.note(id, 'Looking at it');
		sandbox.change(id, { escalationLevel: 2 });
		sandbox.change(id, { assigneeIds: [other] });
		sandbox.resolve(id);
		sandbox.change(id, { status: 'triggered' });
		await at.desk.quiet();

		expect(await at.desk.row(id)).toMatchObject({
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
		expect((await at.desk.timeline(id)).filter(({ text }) => text === 'Looking at it')).toHaveLength(1);
	});

	it('resolves all incidents of a declaration, and the declaration by itself; a reopened one opens it again', async () => {
		const [first, second] = await at.declared('Refunds fail', ['Checkout API', 'Payments Gateway']);
		const id = String((await at.desk.declaration('Refunds fail'))?.declaration_id);
		at.stage.sandbox.resolve(String(first?.id));
		await at.desk.quiet();
		expect(await at.desk.declaration('Refunds fail')).toMatchObject({ state: 'open' });

		await at.desk.pageAt(await at.desk.act({ incident: id, action: 'Resolve', text: 'Rolled back' }));
		await at.desk.quiet();
		expect(at.stage.sandbox.incident(String(second?.id))?.status).toBe('resolved');
		expect(await at.desk.declaration('Refunds fail')).toMatchObject({ state: 'resolved' });

		at.stage.sandbox.change(String(first?.id), { status: 'triggered' });
		await at.desk.quiet();
		expect(await at.desk.declaration('Refunds fail')).toMatchObject({ state: 'open' });
	});
});
