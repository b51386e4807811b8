/** `npm test`: brings what is missing, builds and packs once, runs the layers of tests, and says `N passed, N failed`. */
import { Advice, runMain } from './host/advice.mjs';
import { scriptArguments } from './host/arguments.mjs';
import {
	ensureChromium,
	ensureN8n,
	ensureNode24,
	ensurePostgres,
	ensureProject,
	ensureRedis,
	node24Environment,
	requireNode20,
} from './host/index.mjs';
import { ensurePack } from './package/pack.mjs';
import { chooseRounds } from './test/rounds.mjs';
import { runRound } from './test/runRound.mjs';
import { exitCode, summary } from './test/summary.mjs';

const usage = `npm test -- [--layer unit,node] [--quick] [-- <arguments for Jest>]
  --layer  only these layers
  --quick  leaves out the layers that need n8n or other clients of PagerDuty`;

/**
 * Brings what the layers need. What cannot be had is said and counted as a failure, and the layers that do without it
 * run all the same.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, failures: object[] }>} `env` is what tests find in their environment
 */
async function prepare(layers) {
	const nodeBin = await ensureNode24();
	const env = { ...node24Environment(nodeBin), NODE24_BIN: nodeBin };
	const failures = [];
	const attempt = async (name, work) => {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof Advice)) throw error;
			console.error(error.message);
			failures.push({ name, passed: 0, failed: 1, skipped: 0, crash: 'see its message above' });
		}
	};
	await attempt(
		'build',
		async () => (env.N8N_PAGERDUTY_TARBALL = (await ensurePack({ always: true })).tarball),
	);
	if (layers.some(({ n8n }) => n8n)) {
		await attempt('n8n 2.41', async () => (env.N8N_HOST_DIR_2_41 = (await ensureN8n('2.41')).dir));
		await attempt('n8n 1.123', async () => (env.N8N_HOST_DIR_1_123 = (await ensureN8n('1.123')).dir));
		const chromium = await ensureChromium();
		if (chromium) env.CHROMIUM_BIN = chromium;
	}
	if (layers.some(({ queueMode }) => queueMode)) {
		await attempt('Redis', ensureRedis);
		await attempt('Postgres', ensurePostgres);
	}
	return { env, failures };
}

await runMain(async () => {
	requireNode20();
	const { values, positionals } = scriptArguments(usage, {
		allowPositionals: true,
		options: {
			layer: { type: 'string', multiple: true },
			quick: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(usage);
	const names = values.layer?.flatMap((text) => text.split(',')).map((name) => name.trim());
	const rounds = chooseRounds({ quick: values.quick, names });
	await ensureProject();
	const { env, failures } = await prepare(rounds.flatMap(({ layers }) => layers));
	const results = [...failures];
	for (const round of rounds) {
		// Without a package or without n8n these could only fail one by one for that same reason.
		if (failures.length > 0 && round.layers.some(({ n8n }) => n8n)) continue;
		const { results: more, seconds } = await runRound(round, env, positionals);
		results.push(...more);
		console.log(`\n${round.layers.map(({ name }) => name).join(', ')}: ${Math.round(seconds)} s`);
	}
	console.log(summary(results));
	process.exitCode = exitCode(results, process.env.CI === 'true');
});
