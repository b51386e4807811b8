/**
 * Preloaded into n8n: after SIGHUP it dies, as of `kill -9`, at the worst moment: when the static data of a workflow has
 * been saved, and the execution that goes with it is about to be written into the (SQLite) database.
 */
import Module from 'node:module';

const load = Module._load;
let isArmed = false;
let isSaved = false;

Module._load = function (request, ...rest) {
	const loaded = load.call(this, request, ...rest);
	if (request === 'sqlite3' && !loaded.Database.prototype.dies) watch(loaded.Database.prototype);
	return loaded;
};

function watch(prototype) {
	prototype.dies = true;
	for (const method of ['run', 'all']) {
		const original = prototype[method];
		prototype[method] = function (sql, ...rest) {
			if (isArmed && /^INSERT INTO "?execution_entity/i.test(sql)) return dieWhenSaved();
			const written = rest.at(-1);
			if (!/^UPDATE "?workflow_entity"? SET.*staticData/is.test(sql) || typeof written !== 'function')
				return original.call(this, sql, ...rest);
			return original.call(this, sql, ...rest.slice(0, -1), function (...outcome) {
				isSaved = true;
				return written.apply(this, outcome);
			});
		};
	}
}

function dieWhenSaved() {
	if (!isSaved) return setTimeout(dieWhenSaved, 1);
	process.kill(process.pid, 'SIGKILL');
}

process.on('SIGHUP', () => {
	isArmed = true;
	isSaved = false;
});
