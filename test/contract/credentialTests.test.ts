import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, IDataObject } from 'n8n-workflow';

import { credentialTest } from '../../nodes/PagerDuty/credentialTest';
import { describeWithOpenApi } from '../support/openapi';
import { documentedAnswer, refusal, type GivenAnswer } from './requests/documentedAnswer';
import { problemsOf, sentRequest, type SentRequest } from './requests/sentRequest';

type Test = keyof typeof credentialTest;

/** What pressing "Test" of a credential sends, and what it says. */
async function press(
	test: Test,
	data: ICredentialDataDecryptedObject,
	answering: (request: SentRequest) => GivenAnswer | undefined = () => undefined,
) {
	const sent: SentRequest[] = [];
	const host = {
		helpers: {
			request: async (options: IDataObject) => {
				const request = sentRequest(options);
				sent.push(request);
				return answering(request) ?? documentedAnswer(request);
			},
		},
	} as ICredentialTestFunctions;
	const credential = { id: '1', name: 'PagerDuty', type: test, data };
	return { ...(await credentialTest[test].call(host, credential)), sent };
}

const token = { region: 'us', apiToken: 'y_NbAkKc66ryYTWUXYEu', fromEmail: 'user-0@example.com' };
const nobody = ({ path }: SentRequest) =>
	path === '/users/me' ? refusal(400, 2001, 'Invalid Input Provided') : undefined;

describeWithOpenApi("the tests of the credentials, by PagerDuty's OpenAPI documents", () => {
	it.each([
		{ key: 'a user key', answering: undefined, status: 'OK' },
		{ key: 'an account key', answering: nobody, status: 'OK' },
		{ key: 'a refused key', answering: () => refusal(401, 2006, 'Authentication Failed'), status: 'Error' },
	])('asks about $key as the document allows', async ({ answering, status }) => {
		const result = await press('testToken', token, answering);
		expect(result.status).toBe(status);
		expect(result.sent.length).toBeGreaterThanOrEqual(2);
		expect(problemsOf(result.sent)).toEqual([]);
	});

	it('asks about an integration key with an event that the document allows', async () => {
		const result = await press('testEvents', { region: 'us', integrationKey: 'R'.repeat(32) });
		expect(result).toMatchObject({ status: 'OK' });
		expect(result.sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v2/enqueue']);
		expect(problemsOf(result.sent)).toEqual([]);
	});
});
