import { places, sources, type SourceFile } from './sources';

interface Job {
	/** `file: name` */
	name: string;
	text: string;
}

const workflows = async () => await sources('.github/workflows');

/** The jobs of a workflow file, which is indented by two spaces. */
function jobsOf({ path, text }: SourceFile): Job[] {
	const [, jobs = ''] = text.split(/^jobs:\n/m);
	return jobs
		.split(/^(?= {2}[\w-]+:\n)/m)
		.map((job) => ({ name: `${path}: ${job.trim().split(':')[0]}`, text: job }));
}

const allJobs = async () => (await workflows()).flatMap(jobsOf);

const steps = (text: string, kind: 'uses' | 'run') =>
	[...text.matchAll(new RegExp(`^ {6}(?:- | {2})${kind}: (.+)$`, 'gm'))].map(([, step = '']) => step);

const mayPublish = ({ text }: Job) => /\bid-token: write\b/.test(text);
const runsTheProject = ({ text }: Job) =>
	steps(text, 'uses').some((step) => step.startsWith('actions/checkout@')) ||
	steps(text, 'run').some((step) => !step.startsWith('npm publish '));

describe('CI', () => {
	it('runs actions by the full hash of a commit, beside it the version that this is', async () => {
		const files = await workflows();
		const loose = places(files, /uses:(?! \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$).*/, 'is not pinned');

		expect(files.flatMap(({ text }) => steps(text, 'uses')).length).toBeGreaterThan(5);
		expect(loose).toEqual([]);
	});

	it('gives rights to single jobs, never to a whole workflow', async () => {
		const above = (await workflows()).map(({ path, text }) => ({
			path,
			head: text.split(/^jobs:\n/m)[0] ?? '',
		}));

		expect(above.filter(({ head }) => !/^permissions:( \{\}|\n {2}contents: read)$/m.test(head))).toEqual([]);
		expect(above.filter(({ head }) => /: write|write-all/.test(head))).toEqual([]);
	});

	it('publishes in a job that runs no code of the project or its packages', async () => {
		const publishing = (await allJobs()).filter(mayPublish);

		expect(publishing).toHaveLength(1);
		for (const job of publishing) {
			expect(runsTheProject(job)).toBe(false);
			expect(steps(job.text, 'uses').map((step) => step.split('@')[0])).toEqual([
				'actions/setup-node',
				'actions/download-artifact',
			]);
			expect(steps(job.text, 'run')).toEqual([
				'npm publish ./n8n-nodes-pagerduty.tgz --provenance --access public --ignore-scripts',
			]);
		}
	});

	it('gives jobs that run code of the project neither secrets nor a right to write, nor leaves them a token', async () => {
		const running = (await allJobs()).filter(runsTheProject);

		expect(running.length).toBeGreaterThan(1);
		for (const { name, text } of running) {
			const told = { name, secret: /secrets\./.test(text), write: /: write\b|write-all/.test(text) };
			expect(told).toEqual({ name, secret: false, write: false });
			expect({ name, text }).toMatchObject({ text: expect.stringContaining('persist-credentials: false') });
		}
	});
});
