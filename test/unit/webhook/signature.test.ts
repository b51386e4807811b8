import { createHmac, randomBytes } from 'node:crypto';

import { isSigned } from '../../../nodes/PagerDuty/webhook/delivery/signature';
import { dice } from '../../support/dice';

const secret = 'lDQHScfUeXUKaQRNF+8XIiDKZ7XX3itBAYzwU0TARw8lJqRnkKl2iB1anSb0Z+IK';
const body = Buffer.from('{"event":{"event_type":"incident.triggered","data":{"title":"Küche brennt 🔥"}}}');
const digest = (text: Buffer = body, key = secret) => createHmac('sha256', key).update(text).digest();
const hex = digest().toString('hex');
const base64 = digest().toString('base64');
const foreign = digest(body, 'another secret').toString('hex');

describe('a signature', () => {
	it("is found good where PagerDuty's own Go client finds it good, and bad where it finds it bad", () => {
		const { body: published, good, bad } = goVector;
		expect(isSigned(published, good, [secret])).toBe(true);
		expect(isSigned(published, bad, [secret])).toBe(false);
		expect(isSigned(Buffer.alloc(0), good, [secret])).toBe(false);
	});

	it.each([
		['hex in lower case', `v1=${hex}`],
		['hex in upper case', `v1=${hex.toUpperCase()}`],
		['base64', `v1=${base64}`],
		['the second of two, while a secret is rotated', `v1=${foreign},v1=${hex}`],
		['the first of two', `v1=${hex},v1=${foreign}`],
		['spaces after commas', `v1=${foreign}, v1=${hex} `],
		['among empty, malformed and foreign entries', `,,v1=,v1,=,v0=${hex},v2=${foreign},v1=zz,v1=${hex},`],
		['the second of two headers', [`v1=${foreign}`, `v1=${hex}`]],
	])('is accepted as %s', (_, header) => {
		expect(isSigned(body, header, [secret])).toBe(true);
	});

	it.each([
		['is missing', undefined],
		['is empty', ''],
		['is an empty list', []],
		['has no version', hex],
		['is of another version', `v2=${hex}`],
		['has a version in capitals', `V1=${hex}`],
		['was made with another secret', `v1=${foreign}`],
		['lacks its last character', `v1=${hex.slice(0, -1)}`],
		['has a character too many', `v1=${hex}0`],
		['has a gap', `v1= ${hex}`],
		['is hex of hex', `v1=${Buffer.from(hex).toString('hex')}`],
		['is base64 without padding', `v1=${base64.replace('=', '')}`],
		['is base64 with another spelling of the same bytes', `v1=${sameBytes(base64)}`],
		[
			'has full-width digits',
			`v1=${hex.replace(/\d/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))}`,
		],
		['is a very long list of nonsense', 'v1=,'.repeat(4_000)],
	])('is refused when it %s', (_, header) => {
		expect(isSigned(body, header, [secret])).toBe(false);
	});

	it('may be made with any of the live secrets', () => {
		expect(isSigned(body, `v1=${hex}`, ['newer', secret, 'newest'])).toBe(true);
		expect(isSigned(body, `v1=${hex}`, ['newer', 'newest'])).toBe(false);
	});

	it('is worth nothing without a secret, or with an empty one', () => {
		expect(isSigned(body, `v1=${hex}`, [])).toBe(false);
		expect(isSigned(body, `v1=${digest(body, '').toString('hex')}`, [''])).toBe(false);
	});

	it('covers bodies of any bytes, up to the largest that PagerDuty sends', () => {
		for (const large of [randomBytes(256 * 1024), Buffer.from('é'.repeat(128 * 1024)), Buffer.alloc(0)]) {
			const header = `v1=${digest(large).toString('hex')}`;
			expect(isSigned(large, header, [secret])).toBe(true);
			expect(isSigned(Buffer.concat([large, Buffer.from(' ')]), header, [secret])).toBe(false);
		}
	});

	it('falls with every single bit of the body', () => {
		for (let bit = 0; bit < body.length * 8; bit++) {
			const changed = Buffer.from(body);
			changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
			expect(isSigned(changed, `v1=${hex}`, [secret])).toBe(false);
		}
	});

	it('falls with every change of its own characters but upper and lower case', () => {
		const roll = dice(1);
		const letters = '0123456789abcdefABCDEF+/=,v1 \u0000\u00e9\ud83d\ude80';
		for (let round = 0; round < 5_000; round++) {
			const original = `v1=${roll(2) ? hex : base64}`;
			const at = roll(original.length);
			const put = letters.charAt(roll(letters.length));
			const mutated = original.slice(0, at) + put + original.slice(at + roll(2));
			const isSame = mutated.trim() === original || mutated.toLowerCase() === `v1=${hex}`;
			// A whole signature that only got something beside it, after a comma, is still there.
			const isWhole = mutated.split(',').some((entry) => entry.trim() === original);
			expect([mutated, isSigned(body, mutated, [secret])]).toEqual([mutated, isSame || isWhole]);
		}
	});
});

/** Another last letter before the padding that lenient readers of base64 take for the same bytes. */
function sameBytes(text: string): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	const last = alphabet.indexOf(text.charAt(42));
	const other = `${text.slice(0, 42)}${alphabet.charAt(last ^ 1)}=`;
	expect(Buffer.from(other, 'base64')).toEqual(Buffer.from(text, 'base64'));
	return other;
}

/** The body, and a good and a bad signature, that PagerDuty publishes with its Go client: go-pagerduty, webhookv3/webhookv3_test.go. */
const goVector = {
	body: Buffer.from(
		'{"event":{"id":"01BWDWL3NYY7LUFPZCC28QUCMK","event_type":"incident.priority_updated","resource_type":"incident","occurred_at":"2021-04-26T17:36:27.458Z","agent":{"html_url":"https://acme.pagerduty.com/users/PLH1HKV","id":"PLH1HKV","self":"https://api.pagerduty.com/users/PLH1HKV","summary":"Tenex Engineer","type":"user_reference"},"client":null,"data":{"id":"PGR0VU2","type":"incident","self":"https://api.pagerduty.com/incidents/PGR0VU2","html_url":"https://acme.pagerduty.com/incidents/PGR0VU2","number":2,"status":"triggered","title":"A little bump in the road","service":{"html_url":"https://acme.pagerduty.com/services/PF9KMXH","id":"PF9KMXH","self":"https://api.pagerduty.com/services/PF9KMXH","summary":"API Service","type":"service_reference"},"assignees":[{"html_url":"https://acme.pagerduty.com/users/PTUXL6G","id":"PTUXL6G","self":"https://api.pagerduty.com/users/PTUXL6G","summary":"User 123","type":"user_reference"}],"escalation_policy":{"html_url":"https://acme.pagerduty.com/escalation_policies/PUS0KTE","id":"PUS0KTE","self":"https://api.pagerduty.com/escalation_policies/PUS0KTE","summary":"Default","type":"escalation_policy_reference"},"teams":[{"html_url":"https://acme.pagerduty.com/teams/PFCVPS0","id":"PFCVPS0","self":"https://api.pagerduty.com/teams/PFCVPS0","summary":"Engineering","type":"team_reference"}],"priority":{"html_url":"https://acme.pagerduty.com/account/incident_priorities","id":"PSO75BM","self":"https://api.pagerduty.com/priorities/PSO75BM","summary":"P1","type":"priority_reference"},"urgency":"high","conference_bridge":{"conference_number":1000,"conference_url":"https://example.com"},"resolve_reason":null}}}',
	),
	good: 'v1=0c0b9495b893a39e70d1fea2fe11fbe0a825f88b9f67846f6cc07dd2bc5476cd',
	bad: 'v1=7020c8a7ec668a9b7012bc3dd82e483394b038f4230acc6785efbf2a7d8bcaf5',
};
