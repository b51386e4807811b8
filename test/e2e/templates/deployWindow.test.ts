import type { N8nVersion, StoredWorkflow } from '../../support/n8nTypes';
import { untilServed } from '../../support/n8n';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const secret = { name: 'X-Deploy-Token', value: 'only the pipeline knows' };
const deployment = 'checkout-2.42-run-981';

interface Answer {
	code: number;
	status?: string;
	window?: string;
	change?: string;
	incident?: number;
	error?: string;
}

describe.each<N8nVersion>(['2.41', '1.123'])('workflows/deploy-window.json in n8n %s', (which) => {
	const stage = openStage(which);
	let workflow: StoredWorkflow;
	let credentialId: string;

	beforeAll(async () => {
		const { n8n, sandbox } = stage;
		const credential = { name: 'Deployments', type: 'httpHeaderAuth', data: secret };
		credentialId = (await n8n.client.credentials.create(credential)).id;
		const credentials = { ...stage.credentials, httpHeaderAuth: credentialId };
		workflow = await n8n.importTemplate('deploy-window.json', credentials, sandbox);
		await n8n.client.workflows.activate(workflow.id);
		await untilServed(address());
	});
	afterAll(async () => await stage.n8n.client.credentials.remove(credentialId));

	const address = () => `${stage.n8n.webhookUrl}/webhook/pagerduty-deployment`;

	async function call(body: Record<string, unknown>, token = secret.value): Promise<Answer> {
		const headers = { 'content-type': 'application/json', [secret.name]: token };
		const response = await fetch(address(), { method: 'POST', headers, body: JSON.stringify(body) });
		const text = await response.text();
		return { code: response.status, ...(text.startsWith('{') ? (JSON.parse(text) as object) : {}) };
	}

	/** What the pipeline says of its deployment. */
	const says = async (status: string, more: Record<string, unknown> = {}) =>
		await call({ deployment, status, service: 'checkout api', summary: 'Checkout 2.42', ...more });

	const windowsOf = (name: string) =>
		stage.sandbox.maintenanceWindows().filter(({ description }) => description === `Deployment ${name}`);
	const isOpen = ({ end }: { end: string }) => Date.parse(end) > Date.now() + 1_000;
	const changesOf = (summary: string) =>
		stage.sandbox.changeEvents().filter((change) => change.summary === summary);
	const incidentsOf = (title: string) =>
		stage.sandbox.incidents().filter((incident) => incident.title === `Deployment failed: ${title}`);

	it('opens one window and reports one change, however often it is told, and closes it at the end', async () => {
		const first = await says('started');
		expect(first).toMatchObject({ code: 200, status: 'started', change: 'success' });
		expect(await says('started')).toEqual({ code: 200, status: 'repeated', window: first.window });
		const [opened, ...others] = windowsOf(deployment);
		expect(others).toEqual([]);
		const length = Date.parse(String(opened?.end)) - Date.parse(String(opened?.start));
		expect(length / 60_000).toBeCloseTo(60, 0);
		expect(changesOf('Checkout 2.42')).toHaveLength(1);

		expect(await says('succeeded')).toEqual({ code: 200, status: 'closed' });
		expect(windowsOf(deployment).filter(isOpen)).toEqual([]);
		expect(await says('succeeded')).toEqual({ code: 200, status: 'closed' });
		expect(await says('started')).toMatchObject({ code: 200, status: 'repeated' });
		expect(windowsOf(deployment)).toHaveLength(1);
		expect(incidentsOf('Checkout 2.42')).toEqual([]);
	});

	it('keeps one window and one incident where calls come at the same moment', async () => {
		const told = { deployment: 'twins', summary: 'Twins', url: 'https://ci.example.com/7' };
		const begun = await Promise.all([says('started', told), says('started', told), says('started', told)]);
		expect(begun.map(({ code }) => code)).toEqual([200, 200, 200]);
		expect(windowsOf('twins').filter(isOpen)).toHaveLength(1);
		expect(changesOf('Twins')).toHaveLength(1);

		const failed = await says('failed', told);
		const again = await Promise.all([says('failed', told), says('failed', told)]);
		const [incident, ...others] = incidentsOf('Twins');
		expect(others).toEqual([]);
		for (const answer of [failed, ...again])
			expect(answer).toMatchObject({ code: 200, status: 'failed', incident: incident?.number });
		expect(incident).toMatchObject({ urgency: 'high', details: expect.stringContaining('ci.example.com/7') });
		expect(windowsOf('twins').filter(isOpen)).toEqual([]);
		stage.sandbox.resolve(String(incident?.id));
		expect(await says('failed', told)).toMatchObject({ incident: incident?.number });
		expect(incidentsOf('Twins')).toHaveLength(1);
	});

	it('refuses strangers and nonsense, and can be called again after PagerDuty was down', async () => {
		const before = stage.sandbox.maintenanceWindows().length;
		expect(await call({ deployment, status: 'started', service: 'Checkout API' }, 'guess')).toMatchObject({
			code: 403,
		});
		expect(await call({})).toMatchObject({ code: 400, error: expect.stringContaining('Send deployment') });
		expect(await says('exploded')).toMatchObject({ code: 400 });
		expect(await says('started', { deployment: '{{ $env }}' })).toMatchObject({ code: 400 });
		expect(await says('started', { service: 'Nobody' })).toEqual({
			code: 404,
			error: 'No service Nobody',
		});
		expect(stage.sandbox.maintenanceWindows()).toHaveLength(before);

		const later = { deployment: 'later', summary: 'Later' };
		for (const path of ['/services', '/maintenance_windows'])
			stage.sandbox.fail({ method: 'GET', path, kind: 'status', status: 403 });
		stage.sandbox.fail({ method: 'POST', path: '/maintenance_windows', kind: 'status', status: 403 });
		for (const what of ['services', 'windows', 'a new window'])
			expect({ what, ...(await says('started', later)) }).toMatchObject({
				code: 502,
				error: expect.stringContaining('PagerDuty'),
			});
		expect(await says('started', later)).toMatchObject({ code: 200, status: 'started' });
		expect(windowsOf('later')).toHaveLength(1);

		stage.sandbox.fail({ method: 'DELETE', path: '/maintenance_windows', kind: 'status', status: 403 });
		expect(await says('succeeded', later)).toMatchObject({ code: 502 });
		expect(await says('succeeded', later)).toEqual({ code: 200, status: 'closed' });
		stage.sandbox.fail({ method: 'POST', path: '/incidents', kind: 'status', status: 403 });
		expect(await says('failed', later)).toMatchObject({
			code: 502,
			error: expect.stringMatching(/refused: \w/),
		});
		expect(await says('failed', later)).toMatchObject({ code: 200, status: 'failed' });
	});

	it('opens the incident although the window stays open, and wants to be called again until it is closed', async () => {
		const told = { deployment: 'stuck', summary: 'Stuck' };
		await says('started', told);
		for (const method of ['GET', 'DELETE']) {
			stage.sandbox.fail({ method, path: '/maintenance_windows', kind: 'status', status: 403 });
			expect({ method, ...(await says('failed', told)) }).toMatchObject({
				code: 502,
				error: expect.stringMatching(/refused: \w/),
			});
			expect(incidentsOf('Stuck')).toHaveLength(1);
			expect(windowsOf('stuck').filter(isOpen)).toHaveLength(1);
		}
		expect(await says('failed', told)).toMatchObject({
			code: 200,
			incident: incidentsOf('Stuck')[0]?.number,
		});
		expect(windowsOf('stuck').filter(isOpen)).toEqual([]);
		expect(incidentsOf('Stuck')).toHaveLength(1);
	});

	it('opens no second incident where it cannot see whether there is one', async () => {
		const told = { deployment: 'unseen', summary: 'Unseen' };
		await says('failed', told);
		stage.sandbox.resolve(String(incidentsOf('Unseen')[0]?.id));
		stage.sandbox.fail({ method: 'GET', path: '/incidents', kind: 'status', status: 403 });
		expect(await says('failed', told)).toMatchObject({
			code: 502,
			error: expect.stringMatching(/refused: \w/),
		});
		expect(await says('failed', told)).toMatchObject({ code: 200, status: 'failed' });
		expect(incidentsOf('Unseen')).toHaveLength(1);
	});
});
