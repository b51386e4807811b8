import { lengths, type Bar } from '../document';
import { escape } from './escape';

/** The lengths of bars in per cent, with two decimals. */
const sizesOf = (bars: readonly Bar[]) => lengths(bars).map((length) => Math.round(length * 10_000) / 100);
const heading = (title: string) => `<figcaption>${escape(title)}</figcaption>`;

/** One horizontal bar a line, with its label above it: so that long labels fit on a phone. */
export function barsOf(title: string, bars: readonly Bar[]): string {
	const sizes = sizesOf(bars);
	const lines = bars.map(
		({ label, shown }, index) =>
			`<li><span class="label">${escape(label)}</span><span class="shown">${escape(shown)}</span>` +
			`<svg class="bar" width="100%" height="10" aria-hidden="true"><rect class="track" width="100%" height="10" rx="3"/>` +
			`<rect width="${sizes[index]}%" height="10" rx="3"/></svg></li>`,
	);
	return `<figure>${heading(title)}<ul class="bars">${lines.join('')}</ul></figure>`;
}

const height = 100;
/** Of each column so much is left free beside it. */
const gap = 0.2;
/** Labels under a chart of columns. */
const labels = 5;

/** Upright columns side by side. Each tells its figure to whoever points at it, and to screen readers. */
export function columnsOf(title: string, bars: readonly Bar[]): string {
	const sizes = sizesOf(bars);
	const columns = bars.map(({ label, shown }, index) => {
		const size = sizes[index] ?? 0;
		return (
			`<rect x="${index + gap / 2}" y="${height - size}" width="${1 - gap}" height="${size}">` +
			`<title>${escape(`${label}: ${shown}`)}</title></rect>`
		);
	});
	const peak = bars[lengths(bars).indexOf(1)];
	const top = peak ? `<p class="peak">Most: ${escape(`${peak.shown} (${peak.label})`)}</p>` : '';
	return (
		`<figure>${heading(title)}${top}<svg class="columns" role="img" aria-label="${escape(title)}" ` +
		`viewBox="0 0 ${Math.max(1, bars.length)} ${height}" preserveAspectRatio="none">${columns.join('')}</svg>` +
		`<p class="axis" aria-hidden="true">${axisOf(bars)
			.map((label) => `<span>${escape(label)}</span>`)
			.join('')}</p></figure>`
	);
}

/** Some labels, evenly from the first to the last. */
function axisOf(bars: readonly Bar[]): string[] {
	const count = Math.min(labels, bars.length);
	const places = Array.from({ length: count }, (_, index) =>
		Math.round((index * (bars.length - 1)) / Math.max(1, count - 1)),
	);
	return places.map((place) => bars[place]?.label ?? '');
}
