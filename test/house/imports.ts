import ts from 'typescript';
import { posix } from 'node:path';
import type { SourceFile } from './sources';

/** One import, type imports and `require` included. */
export interface Import {
	from: string;
	line: number;
	/** A path from the top of the checkout, or the name of a package. */
	to: string;
	isPackage: boolean;
}

/** All imports of some TypeScript files. */
export function importsOf(files: SourceFile[]): Import[] {
	return files
		.filter(({ path }) => path.endsWith('.ts'))
		.flatMap(({ path, text }) =>
			ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
				const isPackage = !fileName.startsWith('.');
				return {
					from: path,
					line: text.slice(0, pos).split('\n').length,
					to: isPackage ? fileName : posix.join(posix.dirname(path), fileName),
					isPackage,
				};
			}),
		);
}

/** `path:line imports …`, for people. */
export const spell = ({ from, line, to }: Import) => `${from}:${line} imports ${to}`;
