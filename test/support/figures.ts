import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one run measured, by what people call it: `{ 'Events sent': 2000, 'Slowest answer': '0.9 s' }`. */
export type Figures = Record<string, string | number>;

/**
 * Notes what a test measured, in `build/figures/<topic>.json`, from where `npm run docs` takes it into
 * docs/reliability.md. The last run of a topic counts.
 */
export function noteFigures(topic: string, figures: Figures): void {
	const folder = join(__dirname, '..', '..', 'build', 'figures');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${topic}.json`), `${JSON.stringify(figures, null, '\t')}\n`);
}
