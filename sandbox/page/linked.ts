import { type Html, html } from './escape';

/** A text whose web addresses can be clicked, such as the question of a workflow that waits for an answer. */
export const linked = (text: string): Html =>
	html`${text
		.split(/(https?:\/\/[^\s<>"']+)/)
		.map((piece, index) =>
			index % 2 === 1 ? html`<a href="${piece}" target="_blank" rel="noreferrer">${piece}</a>` : piece,
		)}`;
