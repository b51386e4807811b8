/**
 * Preloaded into an n8n whose start is measured: how long it takes to load this package's files, and at SIGUSR2, how much
 * memory is in use. Both are written to the file START_COST.
 */
import { writeFileSync } from 'node:fs';
import Module from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const load = Module._load;
let milliseconds = 0;
let isLoading = false;

Module._load = function (request, ...rest) {
	if (isLoading || !/node_modules[\\/]n8n-nodes-pagerduty[\\/]/.test(request))
		return load.call(this, request, ...rest);
	isLoading = true;
	const started = performance.now();
	try {
		return load.call(this, request, ...rest);
	} finally {
		milliseconds += performance.now() - started;
		isLoading = false;
	}
};

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

process.on('SIGUSR2', () => {
	for (let round = 0; round < 3; round++) collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	writeFileSync(process.env.START_COST, JSON.stringify({ milliseconds, bytes: heapUsed + external }));
});
