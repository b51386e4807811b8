import type { ChatMessage, Mail } from '../inbox/inbox';
import { type Html, html } from './escape';
import { linked } from './linked';
import { timeText } from './time';

/** A message in the chat. */
export const chatRow = ({ at, text }: ChatMessage): Html =>
	html`<article class="row">
		<div class="facts"><span>${timeText(at)}</span></div>
		<span class="text">${linked(text)}</span>
	</article>`;

/** An email, with links to its text and its attachments. */
export const mailRow = ({ id, at, from, to, subject, attachments }: Mail): Html =>
	html`<article class="row">
		<div class="head">
			<a class="title" href="/_sandbox/mails/${id}" target="_blank">${subject || '(no subject)'}</a>
		</div>
		<div class="facts">
			<span>from ${from}</span><span>to ${to.join(', ')}</span><span>${timeText(at)}</span>
			${attachments.map(
				({ name }, index) => html`<a href="/_sandbox/mails/${id}/attachments/${index}">${name}</a>`,
			)}
		</div>
	</article>`;
