import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { newAdditionalData, toWorkflow } from '../../support/engine';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';

const { credentialTest } = new PagerDuty().methods;

/** What n8n shows when a user saves or tests this credential. */
export async function testCredential(
	test: keyof typeof credentialTest,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const context = new CredentialTestContext(newAdditionalData(toWorkflow({ nodes: [], connections: {} })));
	return await credentialTest[test].call(context, { id: '1', name: 'Credential', type: test, data });
}
