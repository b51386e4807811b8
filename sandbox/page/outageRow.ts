import type { OutageState } from '../outage/outage';
import { type Html, html } from './escape';

/** How fast it can be played, and how long that takes. */
const speeds = [
	[1, '1× – 6 minutes'],
	[6, '6× – 1 minute'],
	[60, '60× – 6 seconds'],
] as const;

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const words: Record<OutageState['status'], string> = {
	idle: 'A deployment breaks the checkout; people notice, respond and roll it back.',
	playing: 'An outage is being played.',
	stopped: 'The outage was stopped. Its incident stays as it is.',
	over: 'The outage is over.',
};

/** The buttons of an outage, and how far it has come. */
export function outageRow({ status, steps }: OutageState): Html {
	const isPlaying = status === 'playing';
	return html`<article class="outage">
		<p class="facts">${words[status]}</p>
		${
			isPlaying
				? html`<div class="actions"><button data-post="/outage/stop">Stop</button></div>`
				: html`<form class="actions" data-post="/outage">
						<select name="speed" aria-label="Speed">
							${speeds.map(([speed, label]) =>
								speed === 6
									? html`<option value="${speed}" selected>${label}</option>`
									: html`<option value="${speed}">${label}</option>`,
							)}
						</select>
						<button class="primary">Play an Outage</button>
					</form>`
		}
		${
			status !== 'idle' &&
			html`<ol class="steps">
				${steps.map(
					({ at, what, status, why }) =>
						html`<li class="${status}">
							<span class="mono">${clock(at)}</span>
							${what}${why !== undefined && html` <small>(left out: ${why})</small>`}
						</li>`,
				)}
			</ol>`
		}
	</article>`;
}
