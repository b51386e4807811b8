import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { keyIn } from '../nodes/PagerDuty/api/apiKey';
import { mayWrite, onlyReads, readOnlyError } from '../nodes/PagerDuty/api/readOnly';
import { access } from '../nodes/PagerDuty/fields/access';
import { baseUrl, region } from '../nodes/PagerDuty/fields/region';

/** An API key of PagerDuty. Tested by the PagerDuty node, which says what the key is and whose. */
export class PagerDutyTokenApi implements ICredentialType {
	name = 'pagerDutyTokenApi';

	displayName = 'PagerDuty Token API';

	icon = {
		light: 'file:../nodes/PagerDuty/pagerduty.svg',
		dark: 'file:../nodes/PagerDuty/pagerduty.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-pagerduty/n8n-nodes-pagerduty#connect-your-account';

	properties: INodeProperties[] = [
		region,
		baseUrl,
		{
			displayName: 'API Key',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'In PagerDuty: Integrations > API Access Keys for an account key, or your profile > User Settings for a key of your own',
		},
		{
			displayName: 'From Email',
			name: 'fromEmail',
			type: 'string',
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description:
				'A PagerDuty user in whose name incidents are created and changed. An account key needs it; a user key may leave it empty.',
		},
		access,
	];

	/**
	 * Not as an expression: n8n 2 evaluates those only while it runs a node, and the trigger asks PagerDuty at other times
	 * too. Not as a method: n8n copies the own properties of a credential type, and offers it to the HTTP Request node by
	 * this one. What that node sends with a read-only credential passes nothing else of ours.
	 */
	authenticate = async (
		{ apiToken, ...more }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		if (!mayWrite(more) && !onlyReads(options.method ?? 'GET', pathIn(options))) throw readOnlyError();
		const Authorization = `Token token=${keyIn(apiToken)}`;
		return { ...options, headers: { ...options.headers, Authorization } };
	};
}

/** The HTTP Request node puts the address under another name. What is no address leads nowhere. */
function pathIn({ url, baseURL, ...more }: IHttpRequestOptions): string {
	const address = String(url ?? ('uri' in more ? more.uri : ''));
	return URL.canParse(address, baseURL) ? new URL(address, baseURL).pathname : '';
}
