/** `npm run package`: builds and packs the package, and prints the file to install in n8n. */
import { runMain } from './host/advice.mjs';
import { ensureProject, requireNode20 } from './host/index.mjs';
import { ensurePack } from './package/pack.mjs';

await runMain(async () => {
	requireNode20();
	await ensureProject();
	console.log((await ensurePack()).tarball);
});
