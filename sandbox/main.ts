import { parseArgs } from 'node:util';
import { startSandbox } from '.';
import { sandboxKeys } from './keys';

const usage = `Usage: sandbox [--port <number>] [--mail-port <number>] [--state <file>] [--seed company|empty]
  --n8n <address>           shown on the page as a link
  --redirect-uri <address>  of the OAuth app, beside that of an n8n on this machine (may be repeated)`;

function options() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			'mail-port': { type: 'string' },
			state: { type: 'string' },
			seed: { type: 'string' },
			n8n: { type: 'string' },
			'redirect-uri': { type: 'string', multiple: true },
		},
	});
	const mailPort = values['mail-port'];
	const seed = values.seed ?? 'company';
	if (seed !== 'company' && seed !== 'empty') throw new Error(`No seed: ${seed}`);
	return {
		port: portFrom(values.port ?? '0'),
		mailPort: mailPort === undefined ? undefined : portFrom(mailPort),
		seed,
		stateFile: values.state,
		n8nUrl: values.n8n,
		redirectUris: values['redirect-uri'],
	} as const;
}

function portFrom(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`No port: ${text}`);
	return port;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox(options());
	console.log(`PagerDuty sandbox: ${sandbox.url}`);
	console.log(`API key: ${sandboxKeys.account} · From: ${sandboxKeys.userEmail}`);
	const stop = () => {
		// A second signal ends it at once.
		process.off('SIGINT', stop).off('SIGTERM', stop);
		sandbox.close().then(
			() => process.exit(0),
			(error: unknown) => fail(error),
		);
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
}

function fail(error: unknown): void {
	const message = error instanceof Error ? error.message : String(error);
	const taken = takenBy(error);
	console.error(`${message}\n${taken === undefined ? usage : `Choose another port with ${taken}.`}`);
	process.exit(1);
}

/** The option that chose a port which somebody else has; undefined for other errors. */
function takenBy(error: unknown): '--port' | '--mail-port' | undefined {
	if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return undefined;
	return 'port' in error && error.port === options().mailPort ? '--mail-port' : '--port';
}

main().catch(fail);
