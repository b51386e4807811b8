import type { IExecuteFunctions } from 'n8n-workflow';
import { UnexpectedError, UserError } from 'n8n-workflow';

import { keyIn } from '../api/apiKey';
import { openApi, type Api, type Authentication } from '../api/client';
import { credentialName, readCredentialFor, type Credential } from '../api/credential';
import { ofRead } from '../api/errors';
import { mayWrite, readOnlyError } from '../api/readOnly';
import { Brake } from '../api/retry';
import type { Controls } from './input/read';
import { isWrite, type AnyOperation } from './operation';

/** One run of one operation: what every item needs. */
export interface Run {
	readonly host: IExecuteFunctions;
	readonly operation: AnyOperation;
	readonly connections: Connections;
}

/**
 * The accounts that the items of one run act in. A credential may be made of expressions over the item, so each item has
 * its own; those that say the same share one {@link Api}.
 */
export class Connections {
	private readonly apis = new Map<string, Api>();
	/** By address and key: PagerDuty limits the rate of a key, whatever else differs. */
	private readonly brakes = new Map<string, Brake>();
	private readonly authentication: Authentication;
	/** Only an expression can give another one for another item. */
	private readonly isFixed: boolean;
	private first: Promise<Credential> | undefined;

	constructor(
		private readonly host: IExecuteFunctions,
		private readonly operation: AnyOperation,
	) {
		const { credential } = operation.of;
		this.authentication = credential ?? (host.getNodeParameter('authentication', 0) as Authentication);
		this.isFixed =
			credential !== undefined || !String(host.getNode().parameters.authentication).startsWith('=');
	}

	/** The credential as n8n evaluates it for this item. @throws UserError, and what n8n throws */
	async credentialOf(item: number): Promise<Credential> {
		if (!this.isFixed && this.host.getNodeParameter('authentication', item) !== this.authentication) {
			throw new UserError('"Authentication" is not the same for all items', {
				description:
					'What it is for the first item is used for all of them. Use a node for each kind of authentication, or let the items come one at a time (Loop Over Items).',
			});
		}
		return await (item === 0 ? this.ofFirst() : readCredentialFor(this.host, this.authentication, item));
	}

	/**
	 * The credential of an item that changes something. Refused before anything is looked up: what cannot be written needs
	 * no look-up that may fail for another reason.
	 *
	 * @throws UserError also when it is only for reading
	 */
	async credentialToWrite(item: number): Promise<Credential> {
		const credential = await this.credentialOf(item);
		if (mayWrite(credential.data)) return credential;
		throw readOnlyError(credentialName(this.host, this.authentication));
	}

	/** @throws UserError when n8n would sign with another credential */
	async open(credential: Credential): Promise<Api> {
		if (this.authentication === 'oAuth2') await this.refuseOther(credential);
		const known = this.apis.get(credential.identity);
		if (known) return known;
		const api = openApi(this.host, credential, this.operation.scopes, this.brakeOf(credential));
		const opened = isWrite(this.operation) ? sendingOnce(api) : onlyReading(api, this.operation);
		this.apis.set(credential.identity, opened);
		return opened;
	}

	/** No later than those of other items, so that requests leave in the order of the items. */
	private ofFirst(): Promise<Credential> {
		this.first ??= readCredentialFor(this.host, this.authentication, 0);
		return this.first;
	}

	/** With OAuth types n8n signs every request as for the first item, and has no way to do otherwise. */
	private async refuseOther({ identity }: Credential): Promise<void> {
		if (identity === (await this.ofFirst()).identity) return;
		throw new UserError('This item has another PagerDuty OAuth credential than the first one', {
			description:
				'n8n signs in with the credential of the first item for all of them. Let the items come one at a time (Loop Over Items). Where they belong to several accounts, use one credential for each account, or API keys.',
		});
	}

	private brakeOf({ data: { region, baseUrl, apiToken, integrationKey } }: Credential): Brake {
		const key = JSON.stringify([region, baseUrl, keyIn(apiToken ?? integrationKey)]);
		const brake = this.brakes.get(key) ?? new Brake();
		this.brakes.set(key, brake);
		return brake;
	}
}

/** Whether a write is sent again is decided in one place, where it is carried out. Its reads are repeated as ever. */
const sendingOnce = (api: Api): Api => ({
	...api,
	call: async (request) =>
		request.method === 'GET'
			? await ofRead(api.call({ ...request, repeatable: true }))
			: await api.call({ ...request, repeatable: false }),
});

/** What only reads may be repeated, whatever the method. A write without `repeat` is a mistake in its operation. */
const onlyReading = (api: Api, { option, readsByPost }: AnyOperation): Api => ({
	...api,
	call: async (request) => {
		if (request.method !== 'GET' && !readsByPost)
			throw new UnexpectedError(`"${option.action}" writes, and does not say whether that can be repeated`);
		return await api.call({ ...request, repeatable: true });
	},
});

/** PagerDuty books what an operation with a From user writes on that user. Without one, on the credential's. */
export const actingAs = (api: Api, { hasFromUser }: AnyOperation, { fromEmail }: Controls): Api =>
	hasFromUser
		? {
				...api,
				call: async (request) =>
					await api.call(request.method === 'GET' ? request : { from: fromEmail ?? true, ...request }),
			}
		: api;
