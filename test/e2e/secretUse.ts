import { sandboxIntegrationKeys, sandboxKeys, sandboxOAuthApp, type Sandbox } from '../../sandbox';
import { untilServed, type N8n } from '../support/n8n';
import { deliver, eventBody } from '../support/signedDelivery';
import { until } from '../support/until';
import { consent } from './consent';
import { columnsWith, type Secrets } from './secretTraces';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

/** An n8n and the PagerDuty that its credentials open. */
export interface Scene {
	readonly n8n: N8n;
	readonly sandbox: Sandbox;
}

export const byHandSecret = 'signing-secret-of-a-webhook-made-by-hand-0123456789';
export const wrongKey = 'u+wrong/key==&of?nobody';
export const wrongIntegrationKey = 'f00dfacef00dfacef00dfacef00dface';

const credential = async ({ n8n, sandbox }: Scene, type: string, data: Record<string, unknown>) =>
	(
		await n8n.client.credentials.create({
			name: type,
			type,
			data: { region: 'custom', baseUrl: sandbox.url, ...data },
		})
	).id;

/** Reads and writes with a credential, in an execution that stops at its error and in one that goes on. */
async function use(scene: Scene, type: string, id: string): Promise<void> {
	const { n8n, sandbox } = scene;
	const authentication = type === 'pagerDutyTokenApi' ? 'token' : 'oAuth2';
	const incidentId = { __rl: true, mode: 'id', value: String(sandbox.incidents()[0]?.id) };
	for (const onError of ['stopWorkflow', 'continueErrorOutput']) {
		const nodes = [
			pagerDuty(
				'List',
				{ authentication, resource: 'service', operation: 'getAll' },
				{ onError, executeOnce: true },
			),
			pagerDuty(
				'Note',
				{
					authentication,
					resource: 'incidentNote',
					operation: 'create',
					incidentId,
					content: 'needle in executions',
				},
				{ onError, executeOnce: true },
			),
		];
		const workflow = await n8n.create(chain('needle in workflows', [byHand, ...nodes]), { [type]: id });
		const { executionId } = await n8n.client.workflows.run(workflow.id, byHand.name);
		await n8n.client.executions.finished(String(executionId), 120_000);
	}
	await n8n.client
		.locatorResults({
			nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
			path: 'serviceId',
			methodName: 'searchServices',
			currentNodeParameters: { authentication, resource: 'incident', operation: 'create' },
			credentials: { [type]: { id, name: type } },
		})
		.catch(() => 'The picker showed an error.');
}

/** Every way in which a request with this key goes wrong at PagerDuty, or at a proxy that quotes what it got. */
function trouble({ sandbox }: Scene, key: string): void {
	const path = '/services';
	const error = {
		message: `Not with ${key}`,
		code: 2001,
		errors: [`Authorization: Token token=${key}`, encodeURIComponent(key)],
	};
	sandbox.fail({ path, kind: 'status', status: 429, headers: { 'retry-after': '0' } });
	sandbox.fail({
		path,
		kind: 'status',
		status: 302,
		headers: { location: `http://127.0.0.1:1/?key=${key}` },
	});
	sandbox.fail({ path, kind: 'reset' });
	sandbox.fail({ path, kind: 'status', status: 400, body: { error } });
	sandbox.fail({ path, kind: 'status', status: 403, body: { error } });
}

export async function useKeys(scene: Scene): Promise<void> {
	const { n8n, sandbox } = scene;
	for (const apiToken of [
		sandboxKeys.account,
		sandboxKeys.user,
		sandboxKeys.readOnly,
		sandboxKeys.revoked,
		wrongKey,
	]) {
		const id = await credential(scene, 'pagerDutyTokenApi', { apiToken });
		await use(scene, 'pagerDutyTokenApi', id);
		trouble(scene, apiToken);
		await use(scene, 'pagerDutyTokenApi', id);
		await n8n.client.credentials.test({
			type: 'pagerDutyTokenApi',
			data: { region: 'custom', baseUrl: sandbox.url, apiToken },
		});
	}
	const unreachable = { apiToken: sandboxKeys.account, baseUrl: 'http://127.0.0.1:1' };
	await use(scene, 'pagerDutyTokenApi', await credential(scene, 'pagerDutyTokenApi', unreachable));
	for (const integrationKey of [Object.values(sandboxIntegrationKeys)[0], wrongIntegrationKey]) {
		await credential(scene, 'pagerDutyEventsApi', { integrationKey });
		await n8n.client.credentials.test({
			type: 'pagerDutyEventsApi',
			data: { region: 'custom', baseUrl: sandbox.url, integrationKey },
		});
	}
}

/** Connects a user and an app, uses both, renews both, and loses both. @returns the tokens that were used */
export async function useConnections(scene: Scene): Promise<Secrets> {
	const { sandbox } = scene;
	const { clientId, clientSecret, subdomain } = sandboxOAuthApp;
	const app = { clientId, clientSecret, subdomain, fromEmail: sandboxKeys.userEmail };
	const user = await credential(scene, 'pagerDutyAppOAuth2Api', { ...app, grantType: 'pkce' });
	await consent(scene, user);
	const ids = [
		user,
		await credential(scene, 'pagerDutyAppOAuth2Api', { ...app, grantType: 'clientCredentials' }),
	];
	const useBoth = async () => {
		for (const id of ids) await use(scene, 'pagerDutyAppOAuth2Api', id);
	};
	await useBoth();
	await sandbox.advance(25 * 3_600_000);
	await useBoth();
	const tokens = sandbox
		.requests()
		.flatMap(({ headers, body }) => [
			/^Bearer (.*)/.exec(headers.authorization ?? '')?.[1],
			(body as { refresh_token?: string } | undefined)?.refresh_token,
		])
		.filter((token) => token !== undefined);
	expect(new Set(tokens).size).toBeGreaterThanOrEqual(5);
	sandbox.reset();
	await useBoth();
	return Object.fromEntries([...new Set(tokens)].map((token, index) => [`token ${index}`, token]));
}

/** Watches with a webhook of each sort, and gets events that are signed and some that are not. @returns what n8n keeps of it, and hides */
export async function watch(scene: Scene): Promise<Secrets> {
	const { n8n, sandbox } = scene;
	const token = await credential(scene, 'pagerDutyTokenApi', { apiToken: sandboxKeys.account });
	const manual = await credential(scene, 'pagerDutyWebhookApi', { signingSecrets: byHandSecret });
	const nodes = [
		trigger({ events: ['incident.triggered'] }),
		trigger({ events: ['incident.triggered'], subscription: 'manual' }),
	];
	for (const node of nodes) {
		const ids = { pagerDutyTokenApi: token, pagerDutyWebhookApi: manual };
		const workflow = await n8n.create(chain('needle in workflows', [node]), ids);
		await n8n.client.workflows.activate(workflow.id);
		const url = `${n8n.host.url}/webhook/${String(node.webhookId)}/webhook`;
		await untilServed(url);
		const own = sandbox.subscriptions().find((one) => one.url === url)?.secrets[0];
		await deliver(url, eventBody(), { secret: own ?? byHandSecret });
		await deliver(url, eventBody(), { secret: 'forged' });
		await n8n.client.executions.ofWorkflow(workflow.id, 1);
	}
	// Only a delivery by PagerDuty itself carries the badge.
	sandbox.trigger();
	await sandbox.settled();
	const [own] = sandbox.subscriptions();
	const columns = () => columnsWith(n8n.host.userFolder, String(own?.id));
	await until('it is saved', () => columns().includes('workflow_entity.staticData'));
	return { 'the signing secret': String(own?.secrets[0]), 'the badge': String(own?.customHeaders[0]?.value) };
}
