/**
 * Runs ESLint with the project's own configuration outside of jest, which cannot load plugins that are ES modules.
 * Reads `{ patterns: string[], texts: { filePath, code }[] }` from stdin, writes findings as JSON to stdout.
 */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const { patterns, texts } = JSON.parse(await text(process.stdin));
const eslint = new ESLint({ cwd });

const results = patterns.length > 0 ? await eslint.lintFiles(patterns) : [];
for (const { filePath, code } of texts) results.push(...(await eslint.lintText(code, { filePath })));

const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, ruleId, message }) => ({ filePath, line, ruleId, message })),
);
process.stdout.write(JSON.stringify({ files: results.map(({ filePath }) => filePath), findings }));
