import { HELVETICA, HELVETICA_BOLD } from '../font/widths';
import type { PdfFile } from './pdfFile';
import { array, dictionary, number, reference } from './values';

/** The `n` for letters of ordinary alphabets: ISO 32000-1, table 123. */
const NONSYMBOLIC = '32';

/**
 * Fonts that every reader has, so that none is part of the file. They are described all the same, as readers without
 * Helvetica put a font of their own in its place and fit it to these widths. The figures are those of Adobe's AFM files.
 */
const FONTS = {
	F1: { name: '/Helvetica', widths: HELVETICA, box: '[-166 -225 1000 931]', stem: '76' },
	F2: { name: '/Helvetica-Bold', widths: HELVETICA_BOLD, box: '[-170 -228 1003 962]', stem: '118' },
} as const;

/** @returns the dictionary of fonts for a page's resources */
export function addFonts(file: PdfFile): string {
	const added = Object.entries(FONTS).map(([key, font]) => [key, reference(addFont(file, font))]);
	return dictionary(Object.fromEntries(added));
}

function addFont(file: PdfFile, { name, widths, box, stem }: (typeof FONTS)[keyof typeof FONTS]): number {
	const descriptor = file.add(
		dictionary({
			Type: '/FontDescriptor',
			FontName: name,
			Flags: NONSYMBOLIC,
			FontBBox: box,
			ItalicAngle: '0',
			Ascent: '718',
			Descent: '-207',
			CapHeight: '718',
			StemV: stem,
		}),
	);
	return file.add(
		dictionary({
			Type: '/Font',
			Subtype: '/Type1',
			BaseFont: name,
			Encoding: '/WinAnsiEncoding',
			FirstChar: '32',
			LastChar: '255',
			Widths: array(widths.map(number)),
			FontDescriptor: reference(descriptor),
		}),
	);
}
