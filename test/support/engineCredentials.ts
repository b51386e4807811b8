import type {
	CredentialInformation,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowDataProxyAdditionalKeys,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, Workflow } from 'n8n-workflow';

import { PagerDutyAppOAuth2Api } from '../../credentials/PagerDutyAppOAuth2Api.credentials';
import { PagerDutyEventsApi } from '../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyTokenApi } from '../../credentials/PagerDutyTokenApi.credentials';
import { nodeTypes } from './engineNodes';

/** What a user filled in, by credential type. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

const ourTypes = [new PagerDutyTokenApi(), new PagerDutyAppOAuth2Api(), new PagerDutyEventsApi()];

/**
 * n8n's handling of credentials without its database: fills in defaults, resolves expressions in them (for an item where
 * there is one), and puts
 * `authenticate` of a credential type into requests. `data` shows what n8n would have stored, renewed tokens too.
 */
export class EngineCredentials extends ICredentialsHelper {
	private readonly types: ICredentialType[];

	constructor(
		readonly data: CredentialData,
		moreTypes: ICredentialType[] = [],
	) {
		super();
		this.types = [...ourTypes, ...moreTypes];
	}

	override getParentTypes(name: string): string[] {
		return this.types.find((type) => type.name === name)?.extends ?? [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const options: IHttpRequestOptions = { url: '', ...requestOptions };
		const authenticate = this.types.find((type) => type.name === typeName)?.authenticate;
		return typeof authenticate === 'function' ? await authenticate(credentials, options) : options;
	}

	override async preAuthentication(): Promise<undefined> {}

	override async runPreAuthentication(): Promise<undefined> {}

	override async getCredentials(): Promise<ICredentials> {
		throw new Error('The tests hold no encrypted credentials.');
	}

	override async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		place?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const given = this.data[type];
		if (given === undefined) throw new Error(`This test has no credential of type ${type}.`);
		const defaults = this.getCredentialsProperties(type).map((property) => [property.name, property.default]);
		const filled: ICredentialDataDecryptedObject = { ...Object.fromEntries(defaults), ...given };
		if (!place)
			return Object.fromEntries(
				Object.entries(filled).map(([name, value = '']) => [name, resolve(value, {}, filled)]),
			);
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = place;
		return workflow.expression.getParameterValue(
			filled as INodeParameters,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
			false,
			filled as INodeParameters,
		) as ICredentialDataDecryptedObject;
	}

	override async updateCredentials(): Promise<void> {}

	override async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data[type] = { ...this.data[type], oauthTokenData: data.oauthTokenData ?? {} };
	}

	override getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.find(({ name }) => name === type)?.properties ?? [];
	}
}

const holder: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'test.items',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const { expression } = new Workflow({
	nodes: [holder],
	connections: {},
	active: false,
	nodeTypes: nodeTypes(),
});

/** Values that start with = are expressions, as everywhere in n8n. `self` holds the credential's other fields. */
const resolve = (value: CredentialInformation, keys: IWorkflowDataProxyAdditionalKeys, self: object = {}) =>
	typeof value === 'string' && value.startsWith('=')
		? (expression.getComplexParameterValue(
				holder,
				value,
				'internal',
				keys,
				undefined,
				undefined,
				self,
			) as string)
		: value;
