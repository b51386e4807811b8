import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

import { connect, type Authentication } from '../api/client';
import { oneOf } from '../fields/oneOf';
import type { Form } from './form/validate';
import { incidentChanges } from './sources/incidentChanges';
import { onCallHandoff } from './sources/onCallHandoff/onCallHandoff';
import { slaBreach } from './sources/slaBreach/slaBreach';
import type { Source, SourceContext } from './sources/source';

/** The sources, by the value of the field "Trigger On". */
export const sources = { incidentChanges, onCallHandoff, slaBreach } satisfies Record<string, Source>;

/** Opens the source that the form names. @throws NodeOperationError, NodeApiError */
export async function openSource(
	host: IPollFunctions | IExecuteFunctions,
	form: Form,
): Promise<{ name: string; source: Source; context: SourceContext }> {
	const given = form.getNodeParameter('source', 'incidentChanges');
	const name = oneOf(form, 'Trigger On', given, ['incidentChanges', 'onCallHandoff', 'slaBreach']);
	const source = sources[name];
	const authentication = form.getNodeParameter('authentication', 'token') as Authentication;
	const api = await connect(host, authentication, source.scopes);
	const simple = form.getNodeParameter('simplify', true) === true;
	return { name, source, context: { form, api, simple } };
}
