import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** Everything that was logged since this file was imported, n8n's own debug log included. */
export const logged: string[] = [];

const keep = new Writable({
	write(chunk, _encoding, done) {
		logged.push(String(chunk));
		done();
	},
});

// Imported before everything else: n8n takes both at import.
process.env.N8N_LOG_LEVEL = 'debug';
globalThis.console = new Console(keep, keep);
