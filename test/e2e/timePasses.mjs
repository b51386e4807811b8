/**
 * Preloaded into n8n: at SIGUSR2 its clockwork strikes, each job as if its time had come. When that would be is for
 * the jobs' own expressions to say, and for other tests; nobody can wait for it here. With `CLOCK_STANDS` in the
 * environment, jobs run at this signal only.
 */
import Module from 'node:module';

const load = Module._load;
const jobs = new Set();

Module._load = function (request, ...rest) {
	const loaded = load.call(this, request, ...rest);
	if (request === 'cron' && !loaded.CronJob.prototype.strikes) listenTo(loaded.CronJob.prototype);
	return loaded;
};

function listenTo(prototype) {
	const { start, stop } = prototype;
	prototype.strikes = true;
	prototype.start = function () {
		jobs.add(this);
		if (!process.env.CLOCK_STANDS) start.call(this);
	};
	prototype.stop = function () {
		jobs.delete(this);
		return stop.call(this);
	};
}

process.on('SIGUSR2', () => jobs.forEach((job) => job.fireOnTick()));
