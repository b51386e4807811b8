/**
 * `npm run pictures`: takes every picture in the docs from a demo of its own, with Chromium. With names of templates
 * (`npm run pictures -- quiet-night`) it takes only theirs.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Advice, runMain } from './host/advice.mjs';
import { ensureChromium, ensureN8n, ensureProject, projectFolder, requireNode20 } from './host/index.mjs';
import { reservePort } from './host/ports.mjs';
import { filesNamed } from './pictures/list.mjs';

await runMain(async () => {
	requireNode20();
	const only = await filesNamed(process.argv.slice(2));
	await ensureProject();
	await ensureN8n();
	const chromium = await ensureChromium();
	if (!chromium) throw new Advice('Without a browser there are no pictures.');
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-pictures-'));
	process.env.N8N_PAGERDUTY_DEMO = join(folder, 'demo');
	// Only now: they look for the demo's folder when they are loaded.
	const { runDemo } = await import('./demo/run.mjs');
	const { takePictures } = await import('./pictures/take.mjs');
	const servers = [];
	try {
		const port = await reservePort();
		const demo = await runDemo({ port }, servers);
		await takePictures(demo, { chromium, only, save });
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
		await rm(folder, { recursive: true, force: true });
	}
});

/** Writes a file below `docs`. */
async function save(name, content) {
	const file = join(projectFolder, 'docs', name);
	await mkdir(join(file, '..'), { recursive: true });
	await writeFile(file, content);
	console.log(`docs/${name}${Buffer.isBuffer(content) ? ` · ${Math.round(content.length / 1024)} kB` : ''}`);
}
