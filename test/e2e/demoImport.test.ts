import { startSandbox, type Sandbox } from '../../sandbox';
import { sandboxIntegrationKeys, sandboxKeys } from '../../sandbox/keys';
import type { DemoWorkflow, Template } from '../support/demoTypes';
import { ownN8n, type N8n } from '../support/n8n';
import type { StoredWorkflow } from '../support/n8nTypes';
import { nativeImport } from '../support/nativeImport';
import { until } from '../support/until';

jest.setTimeout(300_000);

interface DemoRecord {
	credentials: Record<string, string>;
	workflows: Record<string, string>;
	unfinished?: string[];
	[place: string]: unknown;
}

interface DemoModule {
	fillN8n(
		client: object,
		record: object,
		place: object,
		keys: object,
		save: () => Promise<void>,
	): Promise<DemoWorkflow[]>;
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the templates' set-ups make, by the names of the tables. */
const tablesOf = (templates: Template[]) =>
	templates.flatMap(({ workflow }) =>
		workflow.nodes
			.filter(({ parameters }) => parameters.resource === 'table' && parameters.operation === 'create')
			.map(({ parameters }) => String(parameters.tableName)),
	);

describe('what npm start makes in a fresh n8n', () => {
	let n8n: N8n;
	let sandbox: Sandbox;
	let templates: Template[];
	let started: DemoWorkflow[];
	const record: DemoRecord = { credentials: {}, workflows: {} };
	const saved: DemoRecord[] = [];

	/** Everything after the two programs have started. */
	async function start(): Promise<DemoWorkflow[]> {
		const { fillN8n } = await nativeImport<DemoModule>('scripts/demo/run.mjs');
		const place = { n8nUrl: n8n.host.url, sandboxUrl: sandbox.url, mailPort: sandbox.mailPort };
		const save = async () => void saved.push(copyOf(record));
		return await fillN8n(n8n.client, record, place, { sandboxKeys, sandboxIntegrationKeys }, save);
	}

	const byOutage = () => started.filter(({ published, beginning }) => published && beginning?.order === 0);

	beforeAll(async () => {
		sandbox = await startSandbox({ mailPort: 0 });
		n8n = await ownN8n({ editor: true });
		const module = await nativeImport<{ readTemplates(): Promise<Template[]> }>('scripts/demo/templates.mjs');
		templates = await module.readTemplates();
		started = await start();
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	it('is every template, published where its file says so, with its tables and under one tag', async () => {
		expect(started.filter(({ problem }) => problem)).toEqual([]);
		expect(started.map(({ file }) => file)).toEqual(templates.map(({ file }) => file));
		expect(started.filter(({ published }) => published).map(({ file }) => file)).toEqual(
			templates.filter(({ workflow }) => workflow.active).map(({ file }) => file),
		);
		expect(await n8n.client.dataTables.list()).toEqual(expect.arrayContaining(tablesOf(templates)));
		const all = (await n8n.client.workflows.list()) as Array<
			StoredWorkflow & { tags: Array<{ name: string }> }
		>;
		expect(all.map(({ tags }) => tags.map(({ name }) => name))).toEqual(
			all.map(() => ['PagerDuty templates']),
		);
	});

	it('has each workflow in the record before the next one is made: a start may be ended at any time', () => {
		const counts = saved.slice(0, templates.length).map(({ workflows }) => Object.keys(workflows).length);

		expect(counts).toEqual(templates.map((_, index) => index + 1));
		expect(saved[0]?.unfinished).toEqual([templates[0]?.file]);
		expect(saved.at(-1)?.unfinished).toEqual([]);
	});

	it('runs when an outage is played: all that wait for events, and none of them fails', async () => {
		sandbox.outage.play({ speed: 60 });
		await until('the outage is over', () => sandbox.outage.state.status === 'over', 60_000);
		expect(byOutage().length).toBeGreaterThan(0);
		for (const { file, id } of byOutage()) {
			const executions = await n8n.client.executions.ofWorkflow(String(id), 1, 60_000);
			expect({ file, failed: executions.filter(({ status }) => status !== 'success') }).toEqual({
				file,
				failed: [],
			});
		}
	});

	it('belongs to the person: the next start makes nothing twice, and leaves what was changed or deleted', async () => {
		const [first] = byOutage();
		const second = started.find(({ published, beginning }) => published && beginning?.order !== 0);
		await n8n.client.workflows.update(String(first?.id), { name: 'Mine now' });
		await n8n.client.workflows.deactivate(String(second?.id));
		await n8n.client.workflows.remove(String(second?.id));
		const before = copyOf(record);

		const again = await start();

		expect(record).toEqual(before);
		expect(await n8n.client.workflows.list()).toHaveLength(templates.length - 1);
		expect(again).toContainEqual(
			expect.objectContaining({ id: first?.id, name: 'Mine now', published: true }),
		);
		expect(again).toContainEqual({ file: second?.file, name: second?.name, published: false });
	});

	it('says which workflow PagerDuty allows no subscription for, and publishes it once there is room', async () => {
		const [{ file = '', id = '' } = {}] = byOutage();
		await n8n.client.workflows.deactivate(id);
		await until('it is unsubscribed', () => sandbox.subscriptions().length === byOutage().length - 1);
		const taken = await takeAllSubscriptions();
		delete record.workflows[file];

		const refused = (await start()).find((one) => one.file === file);
		expect(refused).toMatchObject({
			published: false,
			problem: expect.stringMatching(/could not be published.+10/s),
		});

		await forget(taken);
		const published = (await start()).find((one) => one.file === file);
		expect(published).toMatchObject({ published: true, id: refused?.id });
		expect(published?.problem).toBeUndefined();
	});

	it('follows the sandbox to another address: credentials, chat and links', async () => {
		const [old, oldMail] = [sandbox.url, sandbox.mailPort];
		const state = sandbox;
		sandbox = await startSandbox({ mailPort: 0 });
		await state.close();

		expect((await start()).filter(({ problem }) => problem)).toEqual([]);

		const ids = new Set(Object.values(record.workflows));
		for (const { id } of (await n8n.client.workflows.list()).filter((one) => ids.has(one.id)))
			expect(JSON.stringify((await n8n.client.workflows.get(id)).nodes)).not.toContain(`${old}/`);
		const data = async (type: string) =>
			(await n8n.client.credentials.get(String(record.credentials[type]))).data;
		expect(await data('pagerDutyTokenApi')).toMatchObject({ baseUrl: sandbox.url });
		expect(await data('smtp')).toMatchObject({ port: sandbox.mailPort });
		expect(oldMail).not.toBe(sandbox.mailPort);
		expect(sandbox.subscriptions().length).toBe(byOutage().length);
	});

	const asAdmin = { authorization: `Token token=${sandboxKeys.account}`, 'content-type': 'application/json' };

	/** Subscriptions of somebody else for the whole account, until PagerDuty allows no more. */
	async function takeAllSubscriptions(): Promise<string[]> {
		const ids: string[] = [];
		for (;;) {
			const webhook_subscription = {
				type: 'webhook_subscription',
				delivery_method: { type: 'http_delivery_method', url: 'https://somebody.example/else' },
				events: ['service.deleted'],
				filter: { type: 'account_reference' },
			};
			const answer = await fetch(`${sandbox.url}/webhook_subscriptions`, {
				method: 'POST',
				headers: asAdmin,
				body: JSON.stringify({ webhook_subscription }),
			});
			if (!answer.ok) return ids;
			ids.push(((await answer.json()) as { webhook_subscription: { id: string } }).webhook_subscription.id);
		}
	}

	async function forget(ids: string[]): Promise<void> {
		for (const id of ids)
			await fetch(`${sandbox.url}/webhook_subscriptions/${id}`, { method: 'DELETE', headers: asAdmin });
	}
});
