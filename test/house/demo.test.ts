import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeImport } from '../support/nativeImport';
import { projectFolder, run } from './programs';
import { places, sources } from './sources';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'demo-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Runs a line of a script with the demo in a folder of the test's own. */
async function inDemo(line: string): Promise<string> {
	const program = `process.env.N8N_PAGERDUTY_DEMO = ${JSON.stringify(join(folder, '.demo'))}; ${line}`;
	const ended = await run('node', ['--input-type=module', '-e', program]);
	expect(ended).toMatchObject({ code: 0 });
	return ended.stdout;
}

const record = join(projectFolder, 'scripts', 'demo', 'record.mjs');

describe("the demo's folder", () => {
	it('is for the person who started it and for nobody else', async () => {
		await inDemo(`await (await import(${JSON.stringify(record)})).closeDemoFolder()`);
		expect(mode(join(folder, '.demo'))).toBe('700');
	});

	it('is closed when an earlier start has left it open', async () => {
		mkdirSync(join(folder, '.demo'));
		chmodSync(join(folder, '.demo'), 0o755);
		await inDemo(`const { readRecord, writeRecord } = await import(${JSON.stringify(record)});
			await writeRecord(await readRecord());`);
		expect(mode(join(folder, '.demo'))).toBe('700');
		expect(mode(join(folder, '.demo', 'demo.json'))).toBe('600');
	});
});

interface Reset {
	confirmReset(options: {
		folder: string;
		workflows: Record<string, string>;
		yes: boolean;
		ask?: (question: string) => Promise<string>;
	}): Promise<boolean>;
}

const confirmReset: Reset['confirmReset'] = async (options) =>
	await (await nativeImport<Reset>('scripts/demo/reset.mjs')).confirmReset(options);

/** A database of n8n with a workflow that the demo made, and one that a person made. */
async function withWorkflows(): Promise<void> {
	mkdirSync(join(folder, 'n8n', '.n8n'), { recursive: true });
	writeFileSync(join(folder, 'demo.json'), '{}');
	const { ensureNode24 } = await nativeImport<{ ensureNode24(): Promise<string> }>('scripts/host/index.mjs');
	const make = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec("CREATE TABLE workflow_entity (id TEXT, name TEXT);
		INSERT INTO workflow_entity VALUES ('1', 'A template'), ('2', 'Page the boss');")`;
	const node = join(await ensureNode24(), 'node');
	const ended = await run(node, [
		'-e',
		make.replace(/\s+/g, ' '),
		join(folder, 'n8n', '.n8n', 'database.sqlite'),
	]);
	expect(ended).toMatchObject({ code: 0 });
}

describe('npm start -- --reset', () => {
	const workflows = { 'a-template.json': '1' };

	it('names the workflows that people made, and asks before it deletes them', async () => {
		await withWorkflows();
		let asked = '';
		const ask = (answer: string) => async (question: string) => {
			asked = question;
			return answer;
		};
		expect(await confirmReset({ folder, workflows, yes: false, ask: ask('y') })).toBe(true);
		expect(asked).toContain('the workflow that you made: "Page the boss"');
		expect(asked).not.toContain('A template');
		for (const answer of ['', 'n', 'what?'])
			await expect(confirmReset({ folder, workflows, yes: false, ask: ask(answer) })).rejects.toThrow(
				'Nothing was deleted.',
			);
	});

	it('deletes nothing where nobody can answer, unless --yes is given', async () => {
		await withWorkflows();
		await expect(confirmReset({ folder, workflows, yes: false })).rejects.toThrow('--reset --yes');
		expect(await confirmReset({ folder, workflows, yes: true })).toBe(true);
	});

	it('asks nothing when there is nothing to delete', async () => {
		expect(await confirmReset({ folder, workflows, yes: false })).toBe(false);
	});
});

describe('what people read', () => {
	it('says sandbox, and no other word for it', async () => {
		const read = (await sources('nodes', 'credentials', 'sandbox', 'scripts', 'workflows')).filter(
			({ path }) => !path.endsWith('package-lock.json'),
		);
		const other = places(read, /(['"`#>].*)\bstand-ins?\b|standIn/i, 'says');

		expect(read.length).toBeGreaterThan(100);
		expect(other).toEqual([]);
	});

	it('is printed at the start: where the cache lies, and how large it is', async () => {
		const { describeCache } = await nativeImport<{ describeCache(): Promise<string> }>(
			'scripts/demo/cache.mjs',
		);

		expect(await describeCache()).toMatch(/^n8n and Node are kept in \/.+ \(\d+\.\d GB\), shared/);
	});
});
