import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	sandboxIntegrationKeys,
	sandboxKeys,
	sandboxOAuthApp,
	startSandbox,
	type Sandbox,
	type SandboxOptions,
} from '../../../sandbox';
import { chain, runWorkflow, type NodeOutput } from '../engine';
import type { CredentialData } from '../engineCredentials';
import { pagerDutyType } from '../engineNodes';

export interface Call {
	/** The items that reach the node; a single empty one by default. */
	readonly items?: IDataObject[];
	/** Fields of the PagerDuty Token API credential that differ from an account key with Maya as From user. */
	readonly credential?: IDataObject;
	readonly onError?: 'continueRegularOutput' | 'continueErrorOutput';
	readonly executionId?: string;
}

/** A sandbox and the PagerDuty node in front of it. */
export interface Desk {
	readonly sandbox: Sandbox;
	/**
	 * Runs the node once.
	 *
	 * @param title resource and operation, such as `incident:getAll`
	 */
	run(title: string, parameters: INodeParameters, call?: Call): Promise<NodeOutput>;
	/** Runs the node and gives the JSON of its items. @throws the node's error */
	read(title: string, parameters: INodeParameters, call?: Call): Promise<IDataObject[]>;
	/** The operations that were run so far. */
	readonly used: ReadonlySet<string>;
	/** Requests that reached the sandbox since the last time this was asked, such as `PUT /incidents`. */
	newRequests(): string[];
	/** Those of the {@link newRequests} that change something. */
	newWrites(): string[];
}

/** What an operation is for, shown once. */
export type Case = (desk: Desk) => Promise<void>;

/** Opens a desk with a sandbox of its own; close the sandbox afterwards. */
export async function openDesk(options: SandboxOptions = {}): Promise<Desk> {
	const sandbox = await startSandbox({ strict: true, ...options });

	async function run(title: string, parameters: INodeParameters, call: Call = {}): Promise<NodeOutput> {
		const [resource = '', operation = ''] = title.split(':');
		const node = {
			name: 'PagerDuty',
			type: pagerDutyType,
			parameters: { resource, operation, authentication: 'token', ...parameters },
			credentials: {
				pagerDutyTokenApi: { id: '1', name: 'PagerDuty' },
				pagerDutyAppOAuth2Api: { id: '2', name: 'PagerDuty' },
				pagerDutyEventsApi: { id: '3', name: 'PagerDuty' },
			},
			onError: call.onError,
		};
		const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
		const items = {
			name: 'Items',
			type: 'test.items',
			parameters: { items: JSON.stringify(call.items ?? [{}]) },
		};
		const json = { nodes: [start, items, node], connections: chain('Start', 'Items', 'PagerDuty') };
		const execution = await runWorkflow(json, {
			credentials: credentialsFor(sandbox, call.credential),
			executionId: call.executionId,
		});
		return execution.node('PagerDuty');
	}

	return deskOver(() => sandbox, run);
}

/**
 * Opens a desk before the tests of the block or file that calls it, sets its sandbox back before each of them, and closes
 * it after them.
 *
 * @param seed what the sandbox is set back to; its company, if left out
 * @param options of the sandbox
 */
export function deskForTests(seed?: 'empty', options: SandboxOptions = {}): Desk {
	let opened: Desk;
	const desk = deskOver(
		() => opened.sandbox,
		async (...call) => await opened.run(...call),
	);
	beforeAll(async () => {
		opened = await openDesk(options);
	});
	beforeEach(() => {
		desk.sandbox.reset(seed);
		void desk.newRequests();
	});
	afterAll(() => opened?.sandbox.close());
	return desk;
}

/** A desk whose node runs somewhere. @param sandboxOf the sandbox, once it is there */
export function deskOver(sandboxOf: () => Sandbox, run: Desk['run']): Desk {
	const used = new Set<string>();
	const reported = new WeakSet<object>();
	const counted: Desk['run'] = async (title, parameters, call) => {
		used.add(title);
		return await run(title, parameters, call);
	};
	function newRequests(): string[] {
		const fresh = sandboxOf()
			.requests()
			.filter((request) => !reported.has(request));
		for (const request of fresh) reported.add(request);
		return fresh.map(({ method, path }) => `${method} ${path}`);
	}
	return {
		get sandbox() {
			return sandboxOf();
		},
		used,
		run: counted,
		async read(title, parameters, call) {
			const output = await counted(title, parameters, call);
			if (output.error) throw output.error;
			return output.items.map(({ json }) => json);
		},
		newRequests,
		newWrites: () => newRequests().filter((request) => !request.startsWith('GET')),
	};
}

/**
 * Credentials that a sandbox knows: an account key, an app whose token n8n fetches (`authentication: 'oAuth2'`), and the
 * integration key of a service.
 */
export function credentialsFor({ url: baseUrl }: Sandbox, tokenChanges: IDataObject = {}): CredentialData {
	const place = { region: 'custom', baseUrl, fromEmail: sandboxKeys.userEmail };
	return {
		pagerDutyTokenApi: { ...place, apiToken: sandboxKeys.account, ...tokenChanges },
		pagerDutyAppOAuth2Api: { ...place, ...sandboxOAuthApp, region: 'custom', grantType: 'clientCredentials' },
		pagerDutyEventsApi: { ...place, integrationKey: sandboxIntegrationKeys['Checkout API'] },
	} as CredentialData;
}

/** The value of a picker in which an ID was typed, or an expression that gives one. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
