import { relative } from 'node:path';
import { projectFolder, run } from './programs';

/** A file that need not exist: its path decides which rules apply. */
export interface Text {
	filePath: string;
	code: string;
}

interface Finding {
	filePath: string;
	line?: number;
	ruleId: string | null;
	message: string;
}

/** What ESLint says under the project's own configuration, and which files it looked at. */
export async function lint({ patterns = [], texts = [] }: { patterns?: string[]; texts?: Text[] }) {
	const ended = await run('node', ['test/house/lintProgram.mjs'], {
		stdin: JSON.stringify({ patterns, texts }),
	});
	if (ended.code !== 0) throw new Error(`ESLint could not run:\n${ended.output}`);
	const { files, findings }: { files: string[]; findings: Finding[] } = JSON.parse(ended.stdout);
	const name = (filePath: string) => relative(projectFolder, filePath);
	return {
		files: files.map(name),
		findings: findings.map((finding) => {
			const code = texts.find(({ filePath }) => filePath === name(finding.filePath))?.code;
			return `${name(finding.filePath)}:${finding.line ?? 1} ${finding.ruleId} ${finding.message}${code ? excerpt(code, finding.line) : ''}`;
		}),
	};
}

/** A line number in a generated text helps nobody: the line itself and the field that it belongs to do. */
function excerpt(code: string, line = 1) {
	const lines = code.split('\n').slice(0, line);
	const field = lines.findLast((text) => /^\s*(displayName|name): /.test(text));
	return ` (at ${lines.at(-1)?.trim()}, in ${field?.trim() ?? 'the description'})`;
}
