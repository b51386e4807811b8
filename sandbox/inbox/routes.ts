import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { notFound } from '../errors';
import { read } from '../http/input';
import type { Inbox } from './inbox';

/** As Slack, Teams, Mattermost and Google Chat take it; what else they know is ignored. */
const message = z.object({ text: z.string().min(1) });

/** The address to which a workflow sends chat messages, and what has arrived in the chat and in the mailbox. */
export function addInboxRoutes(app: FastifyInstance, inbox: Inbox): void {
	app.post('/_sandbox/chat', ({ body }) => {
		inbox.addMessage(read(message, body).text);
		return { ok: true };
	});
	app.get('/_sandbox/chat', () => ({ messages: inbox.messages() }));
	app.get('/_sandbox/mails', () => ({
		mails: inbox.mails().map(({ attachments, ...mail }) => ({
			...mail,
			attachments: attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })),
		})),
	}));
	app.get<{ Params: { id: string } }>('/_sandbox/mails/:id', ({ params }, reply) => {
		const mail = mailOf(params.id);
		// Whatever stands in an email, no script of it runs here, and it loads nothing.
		void reply.header(
			'content-security-policy',
			"sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
		);
		return mail.html
			? reply.type('text/html; charset=utf-8').send(mail.html)
			: reply.type('text/plain; charset=utf-8').send(mail.text);
	});
	app.get<{ Params: { id: string; index: string } }>(
		'/_sandbox/mails/:id/attachments/:index',
		({ params }, reply) => {
			const file = mailOf(params.id).attachments[Number(params.index)];
			if (!file) throw notFound();
			const name = encodeURIComponent(file.name);
			return reply
				.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
				.header('x-content-type-options', 'nosniff')
				.type(file.type)
				.send(file.content);
		},
	);

	function mailOf(id: string) {
		const mail = inbox.mails().find((one) => one.id === id);
		if (!mail) throw notFound();
		return mail;
	}
}
