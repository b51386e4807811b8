import { Advice } from '../host/advice.mjs';
import { scriptArguments } from '../host/arguments.mjs';

/** Where things listen when nothing else is chosen and the port is free. */
export const usualPorts = { n8n: 5678, sandbox: 8640, mail: 8641 };

export const usage = `npm start -- [--port <n8n's port>] [--sandbox-port <port>] [--mail-port <port>] [--reset [--yes]]
  --port          where n8n listens (${usualPorts.n8n}, or the next free port)
  --sandbox-port  where the PagerDuty sandbox listens (${usualPorts.sandbox}, or the next free port)
  --mail-port     where the sandbox takes email (${usualPorts.mail}, or the next free port)
  --reset         delete everything of earlier starts: workflows (your own too), executions, incidents, login
  --yes           do not ask before deleting`;

/**
 * @param {string[]} args of the command line
 * @returns {{ port?: number, sandboxPort?: number, mailPort?: number, reset: boolean, yes: boolean, help: boolean }}
 * @throws {Advice} with the usage
 */
export function demoOptions(args) {
	const { values } = scriptArguments(usage, {
		args,
		options: {
			port: { type: 'string' },
			'sandbox-port': { type: 'string' },
			'mail-port': { type: 'string' },
			reset: { type: 'boolean', default: false },
			yes: { type: 'boolean', default: false },
		},
	});
	return {
		port: portNumber(values.port, '--port'),
		sandboxPort: portNumber(values['sandbox-port'], '--sandbox-port'),
		mailPort: portNumber(values['mail-port'], '--mail-port'),
		reset: values.reset,
		yes: values.yes,
		help: values.help,
	};
}

function portNumber(text, name) {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Advice(`${name} takes a port from 1 to 65535, not "${text}".\n\n${usage}`);
}
