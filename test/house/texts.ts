import ts from 'typescript';
import type { SourceFile } from './sources';

/** The texts that stand in some TypeScript files, with `…` for what a template puts in. */
export function textsOf(files: readonly SourceFile[]): string[] {
	return files.flatMap(({ path, text }) =>
		textsIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)),
	);
}

function textsIn(node: ts.Node): string[] {
	const text = textOf(node);
	const inside: string[] = [];
	// A template may hold others, such as a text for each of two cases.
	ts.forEachChild(node, (child) => void inside.push(...textsIn(child)));
	return text === undefined ? inside : [text, ...inside];
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (ts.isTemplateExpression(node))
		return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
	return undefined;
}
