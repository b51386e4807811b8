import { startSandbox, type Sandbox } from '../../sandbox';
import { clicked, published } from '../e2e/templates/acting';
import { openCustomerVoice } from '../e2e/templates/customerVoice';
import { openDesk } from '../e2e/templates/incidentDesk';
import type { CredentialIds, N8n } from '../support/n8n';
import { openPlant, type Plant } from './queue/plant';

jest.setTimeout(300_000);

let sandbox: Sandbox;
let plant: Plant;
let n8n: N8n;
let credentials: CredentialIds;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty', settings: { deliveriesAtOnce: 20 } });
	plant = await openPlant({ N8N_EXPRESSION_ENGINE: 'legacy' });
	n8n = plant.main;
	credentials = await n8n.connect(sandbox);
});
afterAll(async () => {
	await plant?.main.stop();
	await sandbox?.close();
});

/** Between looking for a row and adding it there is a moment, in which another execution may add the same. It is long here. */
const writeSlowly = async () =>
	await plant.query(`
		CREATE OR REPLACE FUNCTION write_slowly() RETURNS trigger LANGUAGE plpgsql
			AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END';
		DO $$ DECLARE name text; BEGIN
			FOR name IN SELECT tablename FROM pg_tables WHERE tablename LIKE '%data_table_user%' LOOP
				EXECUTE format('DROP TRIGGER IF EXISTS slowly ON %I', name);
				EXECUTE format('CREATE TRIGGER slowly BEFORE INSERT ON %I
					FOR EACH ROW EXECUTE FUNCTION write_slowly()', name);
			END LOOP;
		END $$`);

/** How often each value of a column is there more than once. */
async function repeated(table: string, column: string): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const row of await n8n.client.dataTables.rows(table))
		counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 1));
}

describe('Data Tables of templates in queue mode, where executions that overlap can add the same row', () => {
	it('have one row of each incident and of each thing that happened, with the newest state', async () => {
		const desk = await openDesk({ n8n, sandbox, credentials });
		const alerts = await n8n.importTemplate('alert-source.json', credentials, sandbox);
		await clicked({ n8n }, alerts, 'Set up (run once)');
		await published({ n8n, sandbox }, alerts);
		await writeSlowly();

		const incidents = Array.from({ length: 5 }, (_, index) => {
			const incident = sandbox.trigger({ title: `Storm ${index}` });
			for (let note = 0; note < 3; note++) sandbox.note(incident.id, `Note ${note}`);
			sandbox.acknowledge(incident.id);
			sandbox.resolve(incident.id);
			return incident;
		});
		await desk.quiet();
		await n8n.client.executions.ofWorkflow(alerts.id, 1 + incidents.length * 3, 120_000);

		for (const table of ['Desk incidents', 'PagerDuty alerts']) {
			const rows = await n8n.client.dataTables.rows(table);
			expect({
				table,
				rows: rows.map((row) => `${String(row.incident_id)} ${String(row.status)}`).sort(),
			}).toEqual({
				table,
				rows: incidents.map(({ id }) => `${id} resolved`).sort(),
			});
		}
		expect(await repeated('Desk timeline', 'entry_id')).toEqual({});
	});

	it('keep a complaint once that is sent several times at once', async () => {
		const { workflow, complain } = await openCustomerVoice({ n8n, sandbox, credentials });
		await writeSlowly();
		const complaints = Array.from({ length: 30 }, (_, index) => ({
			id: `ticket ${index % 3}`,
			subject: 'Checkout',
			quote: 'I cannot pay',
			urgency: 'Works badly',
		}));
		await Promise.all(complaints.map(async (complaint) => await complain(complaint)));
		await n8n.client.executions.ofWorkflow(workflow.id, 2 + complaints.length, 120_000);
		expect(await repeated('Customer complaints', 'complaint_id')).toEqual({});
		expect(await n8n.client.dataTables.rows('Customer complaints')).toHaveLength(3);
	});
});
