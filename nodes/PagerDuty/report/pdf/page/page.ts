import { literal, number } from '../file/values';
import { leading, type Color, type Style } from './look';
import type { Paper } from './paper';

/** A place on a page that opens an address. The corners are PDF's: from the lower left of the sheet. */
export interface Link {
	readonly corners: readonly [number, number, number, number];
	readonly url: string;
}

const FONTS = { regular: '/F1', bold: '/F2' } as const;

/**
 * Collects what is drawn on a page: ISO 32000-1, 8 and 9. `x` is counted from the left margin, `top` downwards from
 * the upper edge of the sheet, both in points.
 */
export class Page {
	readonly links: Link[] = [];
	private readonly operators: string[] = [];
	private color = '';
	private type = '';

	constructor(readonly paper: Paper) {}

	/** The operators so far: the stream of the page's content. */
	get content(): string {
		return this.operators.join('\n');
	}

	/** @param bytes one line in WinAnsiEncoding; `top` is that of the line, with the room above its letters */
	text(bytes: string, x: number, top: number, style: Style): void {
		if (!bytes) return;
		this.fill(style.color);
		const type = `${FONTS[style.font]} ${number(style.size)} Tf`;
		const newType = type === this.type ? '' : `${type} `;
		this.type = type;
		const baseline = top + (leading(style) + style.size * 0.7) / 2;
		const position = `${number(this.left(x))} ${number(this.up(baseline))}`;
		this.operators.push(`BT ${newType}${position} Td ${literal(bytes)} Tj ET`);
	}

	rectangle(x: number, top: number, width: number, height: number, color: Color): void {
		this.fill(color);
		const corner = [this.left(x), this.up(top + height)];
		this.operators.push(`${[...corner, width, height].map(number).join(' ')} re f`);
	}

	link(url: string, x: number, top: number, width: number, height: number): void {
		const corners = [this.left(x), this.up(top + height), this.left(x + width), this.up(top)] as const;
		this.links.push({ url, corners });
	}

	private left(x: number): number {
		return this.paper.side + x;
	}

	private up(top: number): number {
		return this.paper.height - top;
	}

	private fill(color: Color): void {
		if (color !== this.color) this.operators.push(`${color} rg`);
		this.color = color;
	}
}
