import { LoadOptionsContext } from 'n8n-core';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';

import { newAdditionalData, toWorkflow } from '../../support/engine';
import type { CredentialData } from '../../support/engineCredentials';
import { pagerDutyType } from '../../support/engineNodes';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { tokenCredential } from '../pagerDutyNode';

const { listSearch, loadOptions } = new PagerDuty().methods;

/** What the entries of some pickers belong to, as the open form names it. */
const parents = ['incidentId', 'scheduleId', 'statusPageId'];
const picked = Object.fromEntries(
	parents.map((name) => [name, { __rl: true, mode: 'id', value: 'PABC123' }]),
);

/** n8n's own context for pickers of a node with this credential, and with this in the fields of its open form. */
export function pickerContext(
	credentials: CredentialData,
	currentNodeParameters?: INodeParameters,
): ILoadOptionsFunctions {
	const [type = ''] = Object.keys(credentials);
	const workflow = toWorkflow({
		nodes: [
			{
				name: 'PagerDuty',
				type: pagerDutyType,
				parameters: { authentication: type === 'pagerDutyTokenApi' ? 'token' : 'oAuth2' },
				credentials: { [type]: { id: '1', name: 'PagerDuty' } },
			},
		],
		connections: {},
	});
	const node = workflow.getNode('PagerDuty');
	if (!node) throw new Error('The workflow lost its node.');
	const additionalData = newAdditionalData(workflow, { credentials });
	additionalData.currentNodeParameters = currentNodeParameters ?? { ...node.parameters, ...picked };
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

const withAccountKey = () => pickerContext({ pagerDutyTokenApi: { ...tokenCredential } });

/** What a locator's list shows, as n8n asks for it. */
export const searchList = async (
	method: keyof typeof listSearch,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> => await listSearch[method].call(withAccountKey(), filter, paginationToken);

/** What a multi-select shows. */
export const loadList = async (method: keyof typeof loadOptions): Promise<INodePropertyOptions[]> =>
	await loadOptions[method].call(withAccountKey());
