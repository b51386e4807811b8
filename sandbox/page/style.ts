/** Style of the page for people: light or dark as the system says, one column on narrow screens. */
export const style = `
:root {
	color-scheme: light dark;
	--paper: #f6f8f7; --card: #fff; --ink: #14211b; --soft: #5b6b63; --line: #dde5e1;
	--green: #048a24; --green-ink: #fff; --red: #c2253c; --amber: #9a5b00;
	--red-soft: #fdeaec; --amber-soft: #fdf1dc; --green-soft: #e3f5e7;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #0f1512; --card: #18201c; --ink: #e8efeb; --soft: #93a39b; --line: #2a352f;
		--green: #2fbf55; --green-ink: #06180b; --red: #ff7b8c; --amber: #f0b355;
		--red-soft: #3a1b20; --amber-soft: #36290f; --green-soft: #143019;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0; background: var(--paper); color: var(--ink);
	font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
body.narrow main { max-width: 30rem; margin: 12vh auto 0; padding: 1.75rem; }
.top { background: var(--card); border-bottom: 1px solid var(--line); border-top: 4px solid var(--green); }
.top > div {
	max-width: 80rem; margin: 0 auto; padding: 1rem 1.25rem;
	display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
}
h1 { font-size: 1.25rem; margin: 0; letter-spacing: -.01em; }
h2 {
	font-size: .8rem; margin: 0 0 .75rem; color: var(--soft);
	text-transform: uppercase; letter-spacing: .06em;
}
.top p { margin: 0; color: var(--soft); flex: 1 1 20rem; }
code, .mono { font: .82em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.layout {
	max-width: 80rem; margin: 0 auto; padding: 1.25rem; display: grid; gap: 1.5rem;
	grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start;
}
@media (max-width: 56rem) { .layout { grid-template-columns: minmax(0, 1fr); } }
.layout > *, .list { display: grid; grid-template-columns: minmax(0, 1fr); }
.layout > * { gap: 1.5rem; }
.card, .row {
	background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1rem;
}
.list { gap: .6rem; }
.row { border-left: 4px solid var(--line); }
.row.triggered, .row.dropped, .row.critical { border-left-color: var(--red); }
.row.acknowledged, .row.retrying, .row.pending, .row.warning { border-left-color: var(--amber); }
.row.resolved, .row.delivered, .row.active { border-left-color: var(--green); }
.head { display: flex; gap: .6rem; align-items: baseline; flex-wrap: wrap; }
.title { font-weight: 600; flex: 1 1 14rem; overflow-wrap: anywhere; }
.facts { color: var(--soft); font-size: .87rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.pill {
	border-radius: 99px; padding: .05rem .55rem; font-size: .75rem; font-weight: 600; white-space: nowrap;
	background: var(--line);
}
.pill.triggered, .pill.dropped, .pill.critical { background: var(--red-soft); color: var(--red); }
.pill.acknowledged, .pill.retrying, .pill.pending, .pill.warning { background: var(--amber-soft); color: var(--amber); }
.pill.resolved, .pill.delivered, .pill.active { background: var(--green-soft); color: var(--green); }
.notes { margin: .55rem 0 0; padding: 0; list-style: none; display: grid; gap: .4rem; }
.notes li { background: var(--paper); border-radius: 8px; padding: .45rem .7rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.details { margin: .55rem 0 0; font-size: .9rem; }
.row a { color: var(--green); }
.notes small, .facts small { color: var(--soft); }
.notes small { display: block; }
.alerts { margin: .55rem 0 0; padding: 0 0 0 1.1rem; font-size: .9rem; }
.alerts small, .steps small { color: var(--soft); }
.alerts .resolved { color: var(--soft); text-decoration: line-through; }
.outage p { margin: 0; }
.steps { margin: .65rem 0 0; padding: 0; list-style: none; display: grid; gap: .15rem; font-size: .9rem; }
.steps .ahead, .steps .leftOut { color: var(--soft); }
.steps .done::before { content: '✓ '; color: var(--green); }
.steps .leftOut::before { content: '– '; }
.steps .ahead::before { content: '· '; }
.actions { display: flex; flex-wrap: wrap; gap: .45rem; margin: .65rem 0 0; align-items: center; }
button, select, input, a.button {
	font: inherit; font-size: .87rem; color: inherit; background: var(--card);
	border: 1px solid var(--line); border-radius: 7px; padding: .32rem .7rem; min-width: 0;
}
button, a.button { cursor: pointer; font-weight: 550; text-decoration: none; }
button:hover, a.button:hover { border-color: var(--green); }
button.primary { background: var(--green); border-color: var(--green); color: var(--green-ink); }
:focus-visible { outline: 2px solid var(--green); outline-offset: 1px; }
form.inline { display: flex; gap: .45rem; flex: 1 1 13rem; }
form.inline input { flex: 1; }
form.new { display: grid; gap: .5rem; grid-template-columns: 2fr 1fr auto auto; }
@media (max-width: 40rem) { form.new { grid-template-columns: 1fr 1fr; } form.new input { grid-column: 1 / -1; } }
.sig { color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; display: block; }
.empty { color: var(--soft); margin: 0; }
.list:has(*) + .empty { display: none; }
details > summary { cursor: pointer; color: var(--soft); }
details .list { margin-top: .75rem; }
#problem { color: var(--red); margin: 0; flex-basis: 100%; }
#problem:empty { display: none; }
label { display: grid; gap: .3rem; }
.scopes { padding-left: 1.2rem; }
`;
