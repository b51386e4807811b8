import { parse } from 'yaml';
import { z } from 'zod';
import { sources } from './sources';

const step = z.object({
	uses: z.string().optional(),
	run: z.string().optional(),
	with: z.record(z.unknown()).optional(),
});
const permissions = z.record(z.string());
const workflow = z.object({
	permissions,
	jobs: z.record(z.object({ permissions: permissions.optional(), steps: z.array(step) })),
});

const readWorkflows = async () =>
	(await sources('.github/workflows')).map(({ path, text }) => ({ path, ...workflow.parse(parse(text)) }));

const readJobs = async () =>
	(await readWorkflows()).flatMap(({ path, jobs, permissions: ofAll }) =>
		Object.entries(jobs).map(([name, job]) => ({
			name: `${path} ${name}`,
			permissions: job.permissions ?? ofAll,
			steps: job.steps,
		})),
	);

describe('the workflows of GitHub', () => {
	it('pin each action by its commit: a tag can be moved to other code', async () => {
		const used = (await readJobs()).flatMap(({ name, steps }) =>
			steps.flatMap(({ uses }) => (uses === undefined ? [] : [{ name, uses }])),
		);

		expect(used.length).toBeGreaterThan(0);
		expect(used.filter(({ uses }) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
	});

	it('name the version of each pinned action for people', async () => {
		const files = await sources('.github/workflows');
		const lines = files.flatMap(({ text }) => text.split('\n')).filter((line) => line.includes('uses:'));

		expect(lines.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
	});

	it('run the code of the project, and of what it installs, with no right but to read', async () => {
		const running = (await readJobs()).filter(({ steps }) =>
			steps.some(
				({ uses = '', run = '' }) => /checkout/.test(uses) || /\b(npm (?!publish)|npx|node)\b/.test(run),
			),
		);

		expect(running.length).toBeGreaterThan(0);
		for (const { permissions: rights } of running) expect(rights).toEqual({ contents: 'read' });
	});

	it('leave no credentials of the checkout behind', async () => {
		const checkouts = (await readJobs()).flatMap(({ steps }) =>
			steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@')),
		);

		expect(checkouts.length).toBeGreaterThan(0);
		for (const { with: options } of checkouts)
			expect(options).toMatchObject({ 'persist-credentials': false });
	});

	it('publish from a job that does nothing else', async () => {
		const publishing = (await readJobs()).filter(({ permissions: rights }) => 'id-token' in rights);

		expect(publishing).toHaveLength(1);
		expect(publishing[0]?.steps.map(({ uses = '', run = '' }) => uses.split('@')[0] || run)).toEqual([
			'actions/setup-node',
			'actions/download-artifact',
			'npm publish n8n-nodes-pagerduty.tgz --ignore-scripts --provenance --access public',
		]);
	});
});
