import { assistant } from './chatModel/assistant';
import { addModelRoutes } from './chatModel/routes';
import { addControlRoutes } from './control/routes';
import { createControl } from './control/control';
import type { SandboxOptions } from './control/options';
import type { Sandbox } from './control/sandbox';
import { createAccount } from './createAccount';
import { createServer } from './http/server';
import { startMailServer } from './inbox/mailServer';
import { addInboxRoutes } from './inbox/routes';
import { addOAuthRoutes } from './oauth/routes';
import { addPageRoutes } from './page/routes';
import { addRestRoutes } from './routes';
import { addEventsRoutes } from './events/routes';

export type { Clock } from './clock';
export type { PastEntry, PastIncident } from './control/incidents';
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
 * @throws when the port is taken, or the state file is unreadable
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
	const { mailPort } = options;
	if (mailPort !== undefined) {
		const mail = await startMailServer(account.inbox, mailPort);
		app.addHook('onClose', mail.close);
		control.mailPort = mail.port;
	}
	control.url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
	return control;
}
