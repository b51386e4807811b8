import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Inbox } from './inbox';

/** A mail server on this machine that delivers everything to one inbox, and nothing to anybody else. */
export interface MailServer {
	readonly port: number;
	close(): Promise<void>;
}

/**
 * Starts an SMTP server on loopback that takes every email, whoever sends it and without a password.
 *
 * @param port 0 takes any free one
 * @throws when the port is taken
 */
export async function startMailServer(inbox: Inbox, port: number): Promise<MailServer> {
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
		onData: (stream, { envelope }, done) => {
			const to = envelope.rcptTo.map(({ address }) => address);
			simpleParser(stream).then((mail) => {
				inbox.addMail({
					from: addressOf(mail.from),
					to,
					subject: mail.subject ?? '',
					text: mail.text ?? '',
					html: mail.html || '',
					attachments: mail.attachments.map(({ filename = 'attachment', contentType, content }) => ({
						name: filename,
						type: contentType,
						content,
					})),
				});
				done();
			}, done);
		},
	});
	// A client that breaks off is its own trouble.
	smtp.on('error', () => {});
	smtp.listen(port, '127.0.0.1');
	await once(smtp.server, 'listening');
	return {
		port: (smtp.server.address() as AddressInfo).port,
		close: async () => await new Promise((resolve) => smtp.close(() => resolve())),
	};
}

const addressOf = (from: AddressObject | undefined) => from?.value[0]?.address ?? '';
