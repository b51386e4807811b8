/**
 * Stands between a script and a server that it starts: `node guard.mjs <program> <arg>...`. The server gets a
 * process group of its own, whose id is the first line on stdout. When the script ends in whatever way, even by
 * SIGKILL, the pipe on stdin closes, and the server is told to end, with all that it started.
 */
import { spawn } from 'node:child_process';

const GRACE_MS = 10_000;
const [program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { detached: true, stdio: ['ignore', 2, 2] });

server.once('error', (error) => {
	console.error(error.message);
	process.exit(127);
});
server.once('spawn', () => process.stdout.write(`${server.pid}\n`));
server.once('exit', (code, signal) => {
	// What the server itself had started may outlive it when it was killed.
	signalGroup('SIGKILL');
	process.exit(signal ? 1 : (code ?? 1));
});

let ending = false;
function end() {
	if (ending) return;
	ending = true;
	signalGroup('SIGTERM', server.pid);
	setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
}

function signalGroup(signal, target = -server.pid) {
	try {
		process.kill(target, signal);
	} catch {
		// It has ended already.
	}
}

process.stdin.resume();
process.stdin.once('end', end).once('error', end);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
