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

// PagerDuty does not sign which webhook a delivery was for, so a secret cannot be bound to one of several triggers.
describe('a credential with several secrets', () => {
	const tested = async (signingSecrets: string) =>
		await testSigningSecrets.call({} as ThisParameterType<typeof testSigningSecrets>, {
			id: '1',
			name: 'Webhook',
			type: 'pagerDutyWebhookApi',
			data: { signingSecrets },
		});

	it('says in its form, and when it is tested, that one trigger only should use it', async () => {
		const [field] = new PagerDutyWebhookApi().properties;
		expect(field?.description).toContain('Use one credential per trigger');
		const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
		expect((await tested(one)).message).not.toContain('trigger');
		expect(await tested(`${one}, ${other}`)).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('use it in one trigger only'),
		});
	});
});
