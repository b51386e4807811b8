import { openWorkflow } from './editor.mjs';

/** Points between the outermost nodes and the edge of a picture. */
const MARGIN = 28;

/** Names of nodes stand below them, and may be wider. */
const NAME = { x: 60, y: 70 };

/** Whatever lies over the canvas or beside it. */
const ONLY_CANVAS = `
	body *:not(.vue-flow__viewport, .vue-flow__viewport *) { visibility: hidden !important; }
	.vue-flow__viewport { visibility: visible !important; }`;

/**
 * A picture of a workflow's canvas: all of its nodes and notes, and nothing else.
 *
 * @param {import('playwright-core').Page} page signed in
 * @param {{ id: string, nodes: object[] }} workflow
 * @returns {Promise<Buffer>} PNG
 */
export async function canvasPicture(page, workflow) {
	await openWorkflow(page, workflow);
	return await page.screenshot({ clip: await clipOf(page), style: ONLY_CANVAS });
}

async function clipOf(page) {
	const canvas = await page.locator('.vue-flow').boundingBox();
	const boxes = await page.locator('.vue-flow__node').evaluateAll((nodes) =>
		nodes.map((node) => ({
			note: node.querySelector('[data-test-id="sticky"]') !== null,
			...node.getBoundingClientRect().toJSON(),
		})),
	);
	const zoom = `new DOMMatrix(getComputedStyle(document.querySelector('.vue-flow__transformationpane')).transform).a`;
	const scale = await page.evaluate(zoom);
	const room = (box, size) => (box.note ? 0 : size * scale);
	const left = Math.min(...boxes.map((box) => box.left - room(box, NAME.x))) - MARGIN;
	const right = Math.max(...boxes.map((box) => box.right + room(box, NAME.x))) + MARGIN;
	const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
	const bottom = Math.max(...boxes.map((box) => box.bottom + room(box, NAME.y))) + MARGIN;
	const x = Math.max(left, canvas.x);
	const y = Math.max(top, canvas.y);
	return {
		x,
		y,
		width: Math.min(right, canvas.x + canvas.width) - x,
		height: Math.min(bottom, canvas.y + canvas.height) - y,
	};
}
