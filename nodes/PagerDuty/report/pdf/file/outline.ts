import type { PdfFile } from './pdfFile';
import { array, dictionary, number, reference, unicode } from './values';

/** A bookmark in the list that readers show beside the pages. */
export interface OutlineItem {
	readonly name: string;
	/** The object of its page. */
	readonly page: number;
	/** Points from the lower edge of the sheet. */
	readonly y: number;
}

/** @returns the object of the outline; undefined without items. ISO 32000-1, 12.3.3 */
export function addOutline(file: PdfFile, items: readonly OutlineItem[]): number | undefined {
	if (items.length === 0) return undefined;
	const outline = file.reserve();
	const objects = items.map(() => file.reserve());
	const neighbor = (at: number) => {
		const object = objects[at];
		return object === undefined ? undefined : reference(object);
	};
	items.forEach(({ name, page, y }, at) => {
		file.write(
			objects[at] ?? 0,
			dictionary({
				Title: unicode(name),
				Parent: reference(outline),
				Prev: neighbor(at - 1),
				Next: neighbor(at + 1),
				Dest: array([reference(page), '/XYZ', 'null', number(y), 'null']),
			}),
		);
	});
	const ends = { First: neighbor(0), Last: neighbor(objects.length - 1) };
	file.write(outline, dictionary({ Type: '/Outlines', ...ends, Count: number(items.length) }));
	return outline;
}
