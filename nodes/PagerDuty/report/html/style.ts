/** How a report looks: on a phone, on a large screen, in the dark and on paper. */
export const style = `
:root { color-scheme: light dark; --text: #1c2430; --muted: #5a6675; --back: #ffffff; --card: #f3f5f8; --line: #d9dee5; --accent: #047857; --link: #0b5cad; }
@media (prefers-color-scheme: dark) {
	:root { --text: #e8ecf1; --muted: #a3aebb; --back: #12161c; --card: #1d232c; --line: #333c48; --accent: #34d399; --link: #7cb8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
header img { display: block; max-height: 3.5rem; max-width: 60%; margin-bottom: 1rem; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; break-after: avoid; }
header p, footer, small, .peak, .axis { color: var(--muted); }
header p { margin: 0.25rem 0 0; }
a { color: var(--link); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1.25rem 0; }
.facts div { padding: 0.75rem; border-radius: 0.5rem; background: var(--card); break-inside: avoid; }
dt { color: var(--muted); font-size: 0.875rem; }
dd { margin: 0; font-size: 1.4rem; font-weight: 600; line-height: 1.3; }
small { display: block; font-size: 0.8125rem; font-weight: 400; }
figure { margin: 1.5rem 0; }
figcaption { margin-bottom: 0.5rem; font-weight: 600; break-after: avoid; }
svg rect { fill: var(--accent); }
svg .track { fill: var(--card); }
.bars { margin: 0; padding: 0; list-style: none; }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 0.75rem; margin-bottom: 0.5rem; break-inside: avoid; }
.bars svg { grid-column: 1 / -1; }
.shown { font-variant-numeric: tabular-nums; }
svg { display: block; }
.columns { width: 100%; height: 9rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
.peak, .axis { margin: 0; font-size: 0.8125rem; }
.axis { display: flex; justify-content: space-between; gap: 0.5rem; margin-top: 0.25rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; overflow-wrap: normal; }
th, td { padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td:first-child { min-width: 8rem; overflow-wrap: anywhere; }
th { color: var(--muted); font-weight: 600; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.right { white-space: normal; }
tr { break-inside: avoid; }
footer { margin-top: 2.5rem; padding-bottom: 2rem; font-size: 0.8125rem; }
@media print {
	:root { color-scheme: light; --text: #000000; --muted: #444444; --back: #ffffff; --card: #f3f5f8; --line: #cccccc; --accent: #047857; --link: #000000; }
	body { font-size: 10pt; }
	main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
	.wide { overflow: visible; }
	* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
