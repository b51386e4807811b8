import type { ReportDocument } from '../document';
import { assemble } from './assemble';
import { boxesOf } from './blocks';
import { opening } from './blocks/text';
import { Edges } from './page/edges';
import { flow } from './page/flow';
import { contentWidth, papers, type PaperName } from './page/paper';

/** How a report is to be printed. */
export interface PdfOptions {
	readonly paper: PaperName;
	/** Stands in the properties of the file; without it nothing does, as the same report is always the same bytes. */
	readonly created?: Date;
}

/**
 * A report as PDF 1.7, with text that can be searched and copied, links and bookmarks. Letters that its fonts
 * (Helvetica) lack are spelled in others, or shown as their code. A logo is not loaded.
 *
 * @returns the bytes of the file
 */
export function pdf(document: ReportDocument, { paper: name, created }: PdfOptions): Uint8Array {
	const paper = papers[name];
	const width = contentWidth(paper);
	const edges = new Edges(paper, document);
	const boxes = [...opening(document, width), ...document.blocks.flatMap((block) => boxesOf(block, width))];
	const { pages, bookmarks } = flow(boxes, paper, edges.contentEnd);
	pages.forEach((page, at) => edges.draw(page, at + 1, pages.length));
	return assemble(pages, bookmarks, paper, { title: document.title, created });
}
