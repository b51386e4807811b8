import { addFonts } from './file/fonts';
import { addOutline } from './file/outline';
import { PdfFile } from './file/pdfFile';
import { array, date, dictionary, literal, number, reference, unicode } from './file/values';
import type { Bookmark } from './page/flow';
import type { Link, Page } from './page/page';
import type { Paper } from './page/paper';

/** What a file says of itself beside its pages. */
export interface About {
	readonly title: string;
	readonly created?: Date;
}

/** Pages and bookmarks as a file. */
export function assemble(
	pages: readonly Page[],
	bookmarks: readonly Bookmark[],
	paper: Paper,
	about: About,
): Uint8Array {
	const file = new PdfFile();
	const root = file.reserve();
	const tree = file.reserve();
	const resources = file.add(dictionary({ Font: addFonts(file) }));
	const objects = pages.map((page) =>
		addPage(file, page, { Parent: reference(tree), Resources: reference(resources) }),
	);
	const size = array(['0', '0', number(paper.width), number(paper.height)]);
	const kids = array(objects.map(reference));
	file.write(tree, dictionary({ Type: '/Pages', MediaBox: size, Kids: kids, Count: number(objects.length) }));
	const outline = addOutline(
		file,
		bookmarks.map(({ name, page, top }) => ({ name, page: objects[page] ?? 0, y: paper.height - top })),
	);
	file.write(root, catalog(tree, outline));
	return file.bytes({ root, info: file.add(information(about)) });
}

function catalog(tree: number, outline: number | undefined): string {
	return dictionary({
		Type: '/Catalog',
		Pages: reference(tree),
		Lang: literal('en'),
		ViewerPreferences: dictionary({ DisplayDocTitle: 'true' }),
		Outlines: outline === undefined ? undefined : reference(outline),
		PageMode: outline === undefined ? undefined : '/UseOutlines',
	});
}

function information({ title, created }: About): string {
	return dictionary({
		Title: unicode(title),
		Producer: literal('n8n-nodes-pagerduty'),
		CreationDate: created && date(created),
	});
}

function addPage(file: PdfFile, page: Page, shared: Record<string, string>): number {
	return file.add(
		dictionary({
			Type: '/Page',
			...shared,
			Contents: reference(file.addStream(page.content)),
			Annots: page.links.length > 0 ? array(page.links.map(annotation)) : undefined,
		}),
	);
}

/** A link without a frame: ISO 32000-1, 12.5.6.5. */
function annotation({ corners, url }: Link): string {
	return dictionary({
		Type: '/Annot',
		Subtype: '/Link',
		Rect: array(corners.map(number)),
		Border: array(['0', '0', '0']),
		A: dictionary({ S: '/URI', URI: literal(url) }),
	});
}
