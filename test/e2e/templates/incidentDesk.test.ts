import { until } from '../../support/until';
import { openStage } from '../stage';
import { openDesk, type IncidentDesk } from './incidentDesk';

jest.setTimeout(240_000);

const stage = openStage('2.41', {});
let desk: IncidentDesk;
beforeAll(async () => {
	desk = await openDesk(stage);
});

describe('workflows/incident-desk-*.json', () => {
	it('opens linked incidents of what is declared', async () => {
		await desk.declare({ severity: 'SEV-1', title: 'Nobody can pay', services: ['Checkout API', 'Payments Gateway'] });
		await until('it is open', async () => (await desk.rows('Desk declarations'))[0]?.state === 'open').catch(async (e) => {
			console.log(JSON.stringify(await desk.rows('Desk declarations')), JSON.stringify(await desk.rows('Desk services')));
			for (const w of await stage.n8n.client.workflows.list()) {
				for (const { id, status } of await stage.n8n.client.executions.list(w.id)) {
					const x = await stage.n8n.client.executions.get(id);
					console.log(w.name, id, status, JSON.stringify(x.data?.resultData?.error), Object.keys(x.data?.resultData?.runData ?? {}).join());
				}
			}
			throw e;
		});
		await new Promise((r) => setTimeout(r, 3000));
		for (const t of ['Desk declarations', 'Desk incidents', 'Desk timeline', 'Desk services']) console.log(t, JSON.stringify(await desk.rows(t), null, 1));
		console.log(stage.sandbox.inbox.messages());
	});
});
