/** A page as it looks, as colors such as `#057857`. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	at(x: number, y: number): string;
}

/** @param bytes a picture in the format PPM: a head of three lines, then three bytes a dot */
export function pixelsOf(bytes: Buffer): Picture {
	const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 50));
	if (!head) throw new Error('This is no picture in the format PPM.');
	const [width, height] = [Number(head[1]), Number(head[2])];
	const colors = bytes.subarray(head[0].length);
	return {
		width,
		height,
		at: (x, y) => `#${colors.toString('hex', (y * width + x) * 3, (y * width + x) * 3 + 3)}`,
	};
}

/** How many dots of a line have a color, for each line that has any, from top to bottom. */
export const runs = ({ width, height, at }: Picture, color: string): number[] =>
	Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => at(x, y)))
		.map((line) => line.filter((each) => each === color).length)
		.filter((count) => count > 0);

/** Where anything is drawn outside of margins of this width, as `x,y`. */
export function inkOutside({ width, height, at }: Picture, margin: number): string[] {
	const found: string[] = [];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const isInside = x >= margin && x < width - margin && y >= margin && y < height - margin;
			if (!isInside && at(x, y) !== '#ffffff') found.push(`${x},${y}`);
		}
	}
	return found;
}
