import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, run } from './programs';

/** A file that belongs to the project: committed, or about to be. */
export interface SourceFile {
	/** From the top of the checkout, with `/`. */
	path: string;
	text: string;
	lines: number;
}

const BINARY = /\.(png|gif|jpe?g|ico|webp|woff2?)$/;

/** The project's text files below some folders (all of them without any), in the order of their paths. */
export async function sources(...folders: string[]): Promise<SourceFile[]> {
	const listed = await run('git', [
		'ls-files',
		'--cached',
		'--others',
		'--exclude-standard',
		'--',
		...folders,
	]);
	if (listed.code !== 0) throw new Error(`The house tests need a git checkout:\n${listed.output}`);
	return listed.stdout
		.split('\n')
		.filter((path) => path && !BINARY.test(path) && existsSync(join(projectFolder, path)))
		.sort()
		.map((path) => {
			const text = readFileSync(join(projectFolder, path), 'utf8');
			return { path, text, lines: text.split('\n').length - 1 };
		});
}

/** `path:line what` for every place where a pattern matches. */
export function places(files: SourceFile[], pattern: RegExp, what: string): string[] {
	return files.flatMap(({ path, text }) =>
		text.split('\n').flatMap((line, index) => {
			const match = pattern.exec(line)?.[0];
			return match ? [`${path}:${index + 1} ${what}: ${match}`] : [];
		}),
	);
}
