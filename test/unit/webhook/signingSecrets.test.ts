import { splitSecrets } from '../../../nodes/PagerDuty/webhook/signingSecrets';

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
