import type { Beginning, DemoWorkflow, Template } from '../support/demoTypes';
import type { Workflow } from '../support/n8nTypes';
import { nativeImport } from '../support/nativeImport';

const n8nUrl = 'http://127.0.0.1:5678';
const sandboxUrl = 'http://127.0.0.1:8640';

const templatesModule = async () =>
	await nativeImport<{
		readTemplates(): Promise<Template[]>;
		withLinks(workflow: Template['workflow'], urls: object): Workflow;
		withMovedAddresses<W>(workflow: W, last: object, now: object): W;
	}>('scripts/demo/templates.mjs');

const beginningOf = async (workflow: Workflow, published: boolean) => {
	const module = await nativeImport<{ beginningOf(workflow: Workflow, now: object): Beginning }>(
		'scripts/demo/beginnings.mjs',
	);
	return module.beginningOf(workflow, { published, n8nUrl });
};

const trigger = (type: string, more: object = {}) =>
	({ name: 'Start', type, typeVersion: 1, position: [0, 0], parameters: {}, ...more }) as const;

const workflow = (...nodes: Array<ReturnType<typeof trigger>>): Workflow => ({
	name: 'A workflow',
	nodes: nodes.map((node) => ({ ...node, position: [0, 0] })),
	connections: {},
});

const form = workflow(trigger('n8n-nodes-base.formTrigger', { webhookId: 'f' }));
const scheduled = workflow(trigger('n8n-nodes-base.scheduleTrigger'));
const onEvents = workflow(
	trigger('n8n-nodes-base.manualTrigger', { name: 'Set up (run once)' }),
	trigger('n8n-nodes-pagerduty.pagerDutyTrigger'),
);

async function greet(workflows: DemoWorkflow[]): Promise<string> {
	const { greeting } = await nativeImport<{ greeting(running: object): string }>('scripts/demo/greeting.mjs');
	const login = { email: 'demo@example.com', password: 'secret' };
	return greeting({ n8nUrl, sandboxUrl, login, workflows, cache: 'where the cache lies' });
}

const running = async (
	name: string,
	of: Workflow,
	published = true,
	problem?: string,
): Promise<DemoWorkflow> => ({
	file: `${name}.json`,
	name,
	id: `id-of-${name}`,
	published,
	beginning: await beginningOf(of, published),
	problem,
});

describe('what people read at the start', () => {
	it('is where everything is, and of each workflow what to do and where', async () => {
		const text = await greet([
			await running('On events', onEvents),
			await running('Round trip', form),
			await running('Nightly', scheduled),
			await running('On purpose', form, false),
		]);
		expect(text).toContain('demo@example.com · secret');
		expect(text).toContain('where the cache lies');
		const [events, forms, byHand] = text.split('\n\n').slice(3);
		expect(events).toMatch(
			/Play an Outage.+\n {2}On events +http:\/\/127.0.0.1:5678\/workflow\/id-of-On events$/,
		);
		expect(forms).toMatch(/form.+\n {2}Round trip +http:\/\/127.0.0.1:5678\/form\/f$/);
		expect(byHand).toMatch(
			/Execute workflow.+\n {2}Nightly .+\n {2}On purpose .+workflow\/id-of-On purpose$/,
		);
	});

	it('says which workflow is not ready and why, and which ones the person has deleted', async () => {
		const text = await greet([
			await running('On events', onEvents, false, 'It could not be published. All ten are taken:\nthese'),
			{ file: 'gone.json', name: 'Gone', published: false },
			{ file: 'broken.json', name: 'Broken', published: false, problem: 'n8n did not take it' },
		]);

		expect(text).toContain('On events: It could not be published. All ten are taken:\n    these');
		expect(text).toMatch(/You deleted these.+\n {2}Gone\n\n/);
		expect(text).toContain('Broken: n8n did not take it');
	});

	it('says of samples that they are there to copy from, not to execute', async () => {
		const samples = workflow(
			trigger('n8n-nodes-pagerduty.pagerDutyTrigger'),
			trigger('n8n-nodes-pagerduty.pagerDutyTrigger', { name: 'Another' }),
		);

		const [byHand] = (await greet([await running('Samples', samples, false)])).split('\n\n').slice(3);
		expect(byHand).toMatch(/copy the trigger.+\n {2}Samples +http.+workflow\/id-of-Samples$/);
		expect((await beginningOf(onEvents, false)).todo).toContain('Execute workflow');
	});

	it('says to open a workflow that has no trigger, also one in which nothing is left', async () => {
		const note = workflow(trigger('n8n-nodes-base.stickyNote'));
		const text = await greet([
			await running('Only a note', note, false),
			await running('Emptied', workflow(), false),
		]);
		expect(text).toMatch(/Open it in n8n.+\n {2}Only a note .+\n {2}Emptied .+workflow\/id-of-Emptied\n/);
	});

	it('says of a workflow that begins in two ways the way that shows more', async () => {
		const both = workflow(
			...scheduled.nodes.map(() => trigger('n8n-nodes-base.scheduleTrigger')),
			trigger('n8n-nodes-base.formTrigger', { webhookId: 'f' }),
		);

		expect((await beginningOf(both, true)).address).toBe(`${n8nUrl}/form/f`);
		expect((await beginningOf(both, false)).todo).toContain('Execute workflow');
	});
});

describe('the notes of the workflows in the demo', () => {
	it('lead to the sandbox, and to the form where there is one that is published', async () => {
		const { readTemplates, withLinks } = await templatesModule();
		for (const { file, workflow: template } of await readTemplates()) {
			const { address } = await beginningOf(template, template.active === true);
			const [note] = withLinks(template, { n8nUrl, sandboxUrl }).nodes.filter(({ type }) =>
				type.endsWith('stickyNote'),
			);
			expect({ file, note }).toMatchObject({
				note: { parameters: { content: expect.stringContaining(`](${sandboxUrl})`) } },
			});
			if (address) expect(note?.parameters.content).toContain(address);
		}
	});
});

describe('when n8n or the sandbox has moved', () => {
	it('each address follows, also where one has moved to the place of the other', async () => {
		const { withMovedAddresses } = await templatesModule();
		const moved = withMovedAddresses(
			{ chat: `${sandboxUrl}/_sandbox/chat`, form: `${n8nUrl}/form/f`, other: 'http://127.0.0.1:86401/x' },
			{ n8nUrl, sandboxUrl },
			{ n8nUrl: sandboxUrl, sandboxUrl: 'http://127.0.0.1:9000' },
		);

		expect(moved).toEqual({
			chat: 'http://127.0.0.1:9000/_sandbox/chat',
			form: `${sandboxUrl}/form/f`,
			other: 'http://127.0.0.1:86401/x',
		});
	});
});
