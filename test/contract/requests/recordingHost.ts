import type { IDataObject, IExecuteData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { node, recorder, type Answering } from './recorder';
import type { Parameters } from '../../support/operations/variants';

export interface Recording {
	/** The node's parameters, one entry an item. */
	readonly items: readonly Parameters[];
	readonly answering?: Answering;
	/** The credential's From email; without one, PagerDuty is asked whose the key is. */
	readonly fromEmail?: string;
}

/** An execution of the node that keeps what it would send, in `sent`, and gets answers without a network. */
export function recordingHost({ items, answering, fromEmail }: Recording) {
	const { sent, httpRequestWithAuthentication } = recorder(answering);
	const context: IDataObject = {};
	const executeData: IExecuteData = { data: {}, node, source: null };
	const host = {
		getNode: () => node,
		getInputData: (): INodeExecutionData[] => items.map((_, item) => ({ json: { item } })),
		getNodeParameter: (name: string, item: number, fallback?: unknown) =>
			parameterAt({ authentication: 'token', ...items[item] }, name) ?? fallback,
		getCredentials: async (_type: string): Promise<object> => ({
			region: 'us',
			apiToken: 'key',
			integrationKey: '0'.repeat(32),
			fromEmail,
		}),
		getTimezone: () => 'Europe/Berlin',
		getInstanceId: () => 'instance',
		getExecutionId: () => 'execution',
		getContext: (_type: string): IDataObject => context,
		getWorkflow: () => ({ id: 'workflow', name: 'Contract', active: false }),
		getWorkflowDataProxy: (_item: number): object => ({ $runIndex: 0 }),
		getSignedResumeUrl: () => 'https://n8n.example.com/webhook-waiting/execution/node?signature=s',
		getExecuteData: () => executeData,
		putExecutionToWait: async (_until: Date) => {},
		continueOnFail: () => false,
		helpers: {
			httpRequestWithAuthentication,
			prepareBinaryData: async (_data: Buffer, fileName?: string, mimeType = '') => ({
				data: '',
				fileName,
				mimeType,
			}),
		},
	} as IExecuteFunctions;
	return { host, sent };
}

/** `options.include` is the member `include` of the collection `options`. */
const parameterAt = (parameters: Parameters, name: string): unknown =>
	name
		.split('.')
		.reduce<unknown>(
			(within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
			parameters,
		);
