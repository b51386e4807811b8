import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

import { connect, type Authentication } from '../api/client';
import { oneOf, type Form } from './chosen';
import { incidentChanges } from './incidentChanges';
import { onCallHandoff } from './onCallHandoff';
import { slaBreach } from './slaBreach';
import type { Look, Source } from './source';

/** What can be looked for, by the value of the field "Trigger On". */
export const sources = { incidentChanges, onCallHandoff, slaBreach } satisfies Record<string, Source>;

/** Opens what a person chose to look for. @throws NodeOperationError, NodeApiError */
export async function open(
	host: IPollFunctions | IExecuteFunctions,
	form: Form,
): Promise<{ name: string; source: Source; look: Look }> {
	const given = form.getNodeParameter('source', 'incidentChanges');
	const name = oneOf(form, 'Trigger On', given, ['incidentChanges', 'onCallHandoff', 'slaBreach']);
	const source = sources[name];
	const authentication = form.getNodeParameter('authentication', 'token') as Authentication;
	const api = await connect(host, authentication, source.scopes);
	const simple = form.getNodeParameter('simplify', true) === true;
	return { name, source, look: { host: form, api, simple } };
}
