import { importsOf } from './imports';
import type { SourceFile } from './sources';

/** The files that each file imports, types included. Imports of packages and of files that are not given are left out. */
export function importGraph(files: SourceFile[]): Map<string, string[]> {
	const graph = new Map<string, string[]>(files.map(({ path }) => [path, []]));
	for (const { from, to } of importsOf(files)) {
		const target = [to, `${to}.ts`, `${to}/index.ts`].find((path) => graph.has(path));
		if (target !== undefined) graph.get(from)?.push(target);
	}
	return graph;
}

/**
 * The groups of files that import each other, directly or by way of others, each in alphabetical order: the strongly
 * connected components of the graph that have more than one file (Tarjan's algorithm), and files that import themselves.
 */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const open: string[] = [];
	const circles: string[][] = [];
	for (const file of graph.keys()) if (!order.has(file)) visit(file);
	return circles.map((circle) => circle.sort()).sort();

	/** @returns the place in {@link order} of the earliest file that this one leads back to */
	function visit(file: string): number {
		const place = order.size;
		order.set(file, place);
		lowest.set(file, place);
		open.push(file);
		const targets = graph.get(file) ?? [];
		for (const target of targets) {
			if (!order.has(target)) lower(file, visit(target));
			else if (open.includes(target)) lower(file, order.get(target) ?? place);
		}
		if (lowest.get(file) === place) {
			const circle = open.splice(open.indexOf(file));
			if (circle.length > 1 || targets.includes(file)) circles.push(circle);
		}
		return lowest.get(file) ?? place;
	}

	function lower(file: string, place: number): void {
		lowest.set(file, Math.min(lowest.get(file) ?? place, place));
	}
}
