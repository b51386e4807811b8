/** What reports are printed on. */
export type PaperName = 'a4' | 'letter';

/** A sheet and its margins, in points (1/72 inch). */
export interface Paper {
	readonly width: number;
	readonly height: number;
	/** Left and right. */
	readonly side: number;
	readonly top: number;
	readonly bottom: number;
}

const margins = { side: 54, top: 62, bottom: 40 };

/** ISO 216 and ANSI. */
export const papers: Readonly<Record<PaperName, Paper>> = {
	a4: { width: 595.28, height: 841.89, ...margins },
	letter: { width: 612, height: 792, ...margins },
};

/** The width between the margins. */
export const contentWidth = ({ width, side }: Paper) => width - 2 * side;
