const PLAIN_EVERY_MS = 15_000;

/**
 * Shows that a long step is alive: one line that is rewritten on a terminal, a plain line every 15 seconds
 * elsewhere (a CI log). Written to stderr, so that stdout stays clean.
 *
 * @template T
 * @param {string} title what is being done
 * @param {(report: (detail: string) => void) => Promise<T>} work may report a detail such as "1.2 GB so far"
 * @returns {Promise<T>} what `work` gives
 */
export async function withProgress(title, work) {
	const started = Date.now();
	const terminal = process.stderr.isTTY;
	let detail = '';
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const line = () => `${title} · ${seconds()} s${detail && ` · ${detail}`}`;
	const draw = () => process.stderr.write(terminal ? `\r\x1b[2K${cut(line())}` : `${line()}\n`);
	draw();
	const timer = setInterval(draw, terminal ? 250 : PLAIN_EVERY_MS);
	try {
		const result = await work((text) => (detail = text));
		process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}${title} · done in ${seconds()} s\n`);
		return result;
	} catch (error) {
		process.stderr.write(terminal ? '\n' : `${title} · failed after ${seconds()} s\n`);
		throw error;
	} finally {
		clearInterval(timer);
	}
}

/** A line longer than the terminal would wrap, and only its last row would be rewritten. */
const cut = (text) => text.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1));
