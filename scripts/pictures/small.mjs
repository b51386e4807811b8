import sharp from 'sharp';

/**
 * The same picture with 128 colours: a third of the size, and no eye sees it.
 *
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
export const small = async (png) =>
	await sharp(png)
		.png({ palette: true, colours: 128, dither: 0, effort: 10, compressionLevel: 9 })
		.toBuffer();

/** Pictures side by side as cards on a grey ground. */
export async function sideBySide(pictures, { gap, radius }) {
	const cards = await Promise.all(pictures.map((picture) => rounded(picture, radius)));
	const width = cards.reduce((sum, card) => sum + card.info.width + gap, gap);
	const height = Math.max(...cards.map(({ info }) => info.height)) + 2 * gap;
	let left = gap;
	const placed = cards.map(({ data, info }) => {
		const at = { input: data, left, top: gap };
		left += info.width + gap;
		return at;
	});
	return await sharp({ create: { width, height, channels: 3, background: '#e6e9e8' } })
		.composite(placed)
		.png()
		.toBuffer();
}

async function rounded(picture, radius) {
	const { width, height } = await sharp(picture).metadata();
	const shape = Buffer.from(
		`<svg><rect width="${width}" height="${height}" rx="${radius}" ry="${radius}"/></svg>`,
	);
	return await sharp(picture)
		.composite([{ input: shape, blend: 'dest-in' }])
		.png()
		.toBuffer({ resolveWithObject: true });
}
