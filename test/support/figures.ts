import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one run measured, by what people call it: `{ 'Events sent': 2000, 'Slowest answer': '0.9 s' }`. */
export type Figures = Record<string, string | number>;

/**
 * Notes what a test measured, in `build/figures/<topic>.json`, from where `npm run docs` takes it into
 * docs/reliability.md. Several tests may add to a topic; of one figure the last run counts.
 */
export function noteFigures(topic: string, figures: Figures): void {
	const folder = join(__dirname, '..', '..', 'build', 'figures');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${topic}.json`);
	const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : {};
	writeFileSync(file, `${JSON.stringify({ ...earlier, ...figures }, null, '\t')}\n`);
}
