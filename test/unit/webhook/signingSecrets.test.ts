import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { PagerDutyWebhookApi } from '../../../credentials/PagerDutyWebhookApi.credentials';
import { splitSecrets, testSigningSecrets } from '../../../nodes/PagerDuty/webhook/delivery/signingSecrets';

describe('the signing secrets of a credential', () => {
	it.each([
		['one', 'first', ['first']],
		['several with commas', 'first,second, third', ['first', 'second', 'third']],
		['several in lines', 'first\nsecond\r\n', ['first', 'second']],
		['pasted with space around', '  first ', ['first']],
		['kept with all characters that PagerDuty uses', 'a+b/c==', ['a+b/c==']],
		['none', '', []],
		['none, with commas', ' , ,', []],
		['none at all', undefined, []],
	])('are read when there is %s', (_, text, secrets) => {
		expect(splitSecrets(text)).toEqual(secrets);
	});
});

const tested = async (signingSecrets: unknown) =>
	await testSigningSecrets.call({} as ThisParameterType<typeof testSigningSecrets>, {
		id: '1',
		name: 'Webhook',
		type: 'pagerDutyWebhookApi',
		data: { signingSecrets } as ICredentialDataDecryptedObject,
	});

const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];

// Nothing else would tell: each of these lets no delivery in, and PagerDuty shows nobody why.
describe('the test of a credential', () => {
	it.each([
		['nothing in it', '', 'no signing secret'],
		['nothing but commas and line breaks', ' ,\r\n', 'no signing secret'],
		['no field for them at all', undefined, 'no signing secret'],
		['a signature', `v1=${one}`, 'This is a signature'],
		['a signature beside a secret', `${one}, v1=${other}`, 'This is a signature'],
		['a secret that was cut off', 'a'.repeat(15), 'longer than 15 characters'],
		['a secret that was cut off beside a whole one', `${one}, abc`, 'longer than 3 characters'],
	])('refuses one with %s', async (_, text, said) => {
		expect(await tested(text)).toEqual({ status: 'Error', message: expect.stringContaining(said) });
	});

	it.each([
		['a secret as PagerDuty makes them', one],
		['a secret of 16 characters', 'a'.repeat(16)],
	])('accepts one with %s', async (_, text) => {
		expect(await tested(text)).toEqual({ status: 'OK', message: expect.stringContaining('first event') });
	});
});

// PagerDuty does not sign which webhook a delivery was for, so a secret cannot be bound to one of several triggers.
describe('a credential with several secrets', () => {
	it('says in its form, and when it is tested, that one trigger only should use it', async () => {
		const [field] = new PagerDutyWebhookApi().properties;
		expect(field?.description).toContain('Use one credential per trigger');
		expect((await tested(one)).message).not.toContain('trigger');
		expect(await tested(`${one}, ${other}`)).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('use it in one trigger only'),
		});
	});
});
