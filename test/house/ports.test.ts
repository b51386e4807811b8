import { run } from './programs';

/** Two processes, the second of which begins while the first still holds its ports. */
const RESERVES_400_TWICE = `
	import { spawnSync } from 'node:child_process';
	const { reservePort } = await import('./scripts/host/ports.mjs');
	const ports = [];
	while (ports.length < 400) ports.push(await reservePort());
	console.log(ports.join(' '));
	const [script, isSecond] = process.argv.slice(1);
	if (!isSecond) {
		spawnSync(process.execPath, ['--input-type=module', '-e', script, script, 'second'], { stdio: 'inherit' });
	}
`;

describe('the ports of servers that start later', () => {
	const script = RESERVES_400_TWICE;
	const reserved = run('node', ['--input-type=module', '-e', script, script]).then(({ stdout }) =>
		stdout.trim().split(/\s+/).map(Number),
	);

	it('belong to one server, whichever process starts it', async () => {
		const ports = await reserved;
		expect(ports).toHaveLength(800);
		expect(new Set(ports).size).toBe(800);
	});

	it('are none that Linux, macOS or Windows take for an outgoing connection', async () => {
		expect(Math.max(...(await reserved))).toBeLessThan(32_768);
	});
});
