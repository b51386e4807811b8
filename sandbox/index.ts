import type { FastifyInstance } from 'fastify';
import type { Account } from './account';
import { assistant } from './chatModel/assistant';
import { addModelRoutes } from './chatModel/routes';
import { addControlRoutes } from './control/routes';
import { createControl } from './control/control';
import type { SandboxOptions } from './control/options';
import type { Sandbox } from './control/sandbox';
import { createAccount } from './createAccount';
import { createServer } from './http/server';
import { addInboxRoutes } from './inbox/routes';
import { addOAuthRoutes } from './oauth/routes';
import { addPageRoutes } from './page/routes';
import { addRestRoutes } from './routes';
import { addEventsRoutes } from './events/routes';

export type { Clock } from './clock';
export type { IncidentWithLog, PastEntry } from './control/incidents';
export type { Sandbox } from './control/sandbox';
export type { SandboxOptions } from './control/options';
export type { Fault } from './http/faults';
export type { RecordedRequest } from './http/recorder';
export { sandboxIntegrationKeys, sandboxKeys, sandboxOAuthApp } from './keys';
export type { Settings } from './settings';
export { eventTypes } from './webhooks/eventTypes';
export { sign } from './webhooks/signature';
export type { Delivery, Incident, LogEntry, Note, Service, Subscription, User } from './world/entities';

/**
 * Starts a sandbox that behaves like PagerDuty, on loopback: REST, Events API v2, OAuth and webhooks, over state in memory.
 * @throws when a port is taken (then nothing listens), or the state file is unreadable
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const account = await createAccount(options);
	const app = createServer(account, options.hosts);
	const control = createControl(account, app, options);
	addRestRoutes(app, account);
	addEventsRoutes(app, account);
	await app.register(async (oauth) => addOAuthRoutes(oauth, account, options.redirectUris));
	addControlRoutes(app, account, control);
	addInboxRoutes(app, account.inbox);
	await app.register(async (model) =>
		addModelRoutes(
			model,
			'/_sandbox/model/v1',
			assistant(() => account.clock.now()),
		),
	);
	addPageRoutes(app, account, control, options.n8nUrl);
	try {
		if (options.mailPort !== undefined) control.mailPort = await takeMail(app, account, options.mailPort);
		control.url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
	} catch (error) {
		// Not `control.close`, which saves the state: whoever has the port may keep it in the same file.
		await app.close();
		throw error;
	}
	return control;
}

/** Starts a mail server that ends with `app`, and gives its port. */
async function takeMail(app: FastifyInstance, { inbox }: Account, port: number): Promise<number> {
	// Only where it is wanted: what it is made of takes half a second to load.
	const { startMailServer } = await import('./inbox/mailServer');
	const mail = await startMailServer(inbox, port);
	app.addHook('onClose', mail.close);
	return mail.port;
}
