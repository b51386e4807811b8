import { createHash } from 'node:crypto';

import type { Roll } from '../../support/dice';
import { digest, signatureName, withHeader, withSignature, type Delivery } from './delivery';
import type { Forge, Forgeries } from './forgery';

const hexOf = (good: Delivery, { live }: { live: string }, algorithm?: string) =>
	digest(live, good.body, algorithm).toString('hex');

/** The header made of the good digest. */
const written =
	(write: (hex: string, roll: Roll) => string | string[]): Forge =>
	(good, roll, secrets) =>
		withSignature(good, ...[write(hexOf(good, secrets), roll)].flat());

/** The header made with something else than HMAC-SHA-256 of the body. */
const computed =
	(compute: (good: Delivery, secret: string) => Buffer): Forge =>
	(good, _, { live }) =>
		withSignature(good, `v1=${compute(good, live).toString('hex')}`);

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

const wrong = (roll: Roll) => Array.from({ length: 64 }, () => roll(16).toString(16)).join('');

const asBytesOf = (sign: string) => Buffer.from(sign).toString('latin1');

/** The body is good, and the signature is none of it. */
export const signatures: Forgeries = {
	missing: written(() => []),
	empty: written(() => ''),
	'blanks only': written(() => '   '),
	'without a version': written((hex) => hex),
	'of version 0': written((hex) => `v0=${hex}`),
	'of version 2': written((hex) => `v2=${hex}`),
	'of version 11': written((hex) => `v11=${hex}`),
	'of version V1': written((hex) => `V1=${hex}`),
	'of version v1 with a Greek letter': written((hex) => `${asBytesOf('\u03bd1')}=${hex}`),
	'one digit changed': written((hex, roll) => {
		const at = roll(64);
		return `v1=${hex.slice(0, at)}${((parseInt(hex.charAt(at), 16) + 1 + roll(15)) % 16).toString(16)}${hex.slice(at + 1)}`;
	}),
	'cut off': written((hex, roll) => `v1=${hex.slice(0, roll(64))}`),
	'a digit too many': written((hex) => `v1=${hex}0`),
	'twice in one': written((hex) => `v1=${hex}${hex}`),
	backwards: written((hex) => `v1=${[...hex].reverse().join('')}`),
	'blanks inside': written((hex) => `v1=${hex.slice(0, 32)} ${hex.slice(32)}`),
	'blanks around =': written((hex) => `v1 = ${hex}`),
	'a colon for =': written((hex) => `v1:${hex}`),
	'semicolons for commas': written((hex, roll) => `v1=${wrong(roll)};v1=${hex}`),
	'in quotes': written((hex) => `v1="${hex}"`),
	'with 0x': written((hex) => `v1=0x${hex}`),
	'percent-encoded': written((hex) => `v1%3D${hex}`),
	'full-width digits': written((hex) =>
		asBytesOf(`v1=${hex.replace(/\d/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))}`),
	),
	'base64 without padding': written((hex) => `v1=${base64(hex).replace(/=+$/, '')}`),
	'base64 with two paddings': written((hex) => `v1=${base64(hex)}=`),
	'base64 with blanks': written((hex) => `v1=${base64(hex).slice(0, 20)} ${base64(hex).slice(20)}`),
	'base64 of the hex': written((hex) => `v1=${Buffer.from(hex).toString('base64')}`),
	zeros: written(() => `v1=${'0'.repeat(64)}`),
	random: written((_, roll) => `v1=${wrong(roll)}`),
	wildcards: written(() => 'v1=*'),
	'no value': written(() => 'v1='),
	'many wrong ones': written((_, roll) => Array.from({ length: 100 }, () => `v1=${wrong(roll)}`).join(',')),
	'a list of nonsense': written(() => 'v1=,'.repeat(3_000)),
	'longer than a header may be': written(() => 'v1=00,'.repeat(4_000)),
	'several headers, all wrong': written((_, roll) => Array.from({ length: 20 }, () => `v1=${wrong(roll)}`)),
	'in another header': (good, _, secrets) =>
		withHeader(withSignature(good), 'X-Hub-Signature-256', `sha256=${hexOf(good, secrets)}`),
	'in a header that looks alike': (good, _, secrets) =>
		withHeader(withSignature(good), `${signatureName}-V1`, `v1=${hexOf(good, secrets)}`),
	'in a header with underscores': (good, _, secrets) =>
		withHeader(withSignature(good), signatureName.replaceAll('-', '_'), `v1=${hexOf(good, secrets)}`),
	'in the address': (good, _, secrets) => ({
		...withSignature(good),
		path: `${good.path}?x-pagerduty-signature=v1=${hexOf(good, secrets)}`,
	}),
	'none, and a guess at the key that PagerDuty carries for us': (good, roll) =>
		withHeader(withSignature(good), 'X-N8n-Trigger-Key', wrong(roll).slice(0, 48)),
	'none, in the name of an incident workflow': (good) =>
		withHeader(withSignature(good), 'User-Agent', 'PagerDuty-Workflow-Automation'),
	'by SHA-1': computed((good, secret) => digest(secret, good.body, 'sha1')),
	'by SHA-512': computed((good, secret) => digest(secret, good.body, 'sha512')),
	'by SHA-512, cut to the length': computed((good, secret) =>
		digest(secret, good.body, 'sha512').subarray(0, 32),
	),
	'by SHA-256 without a key': computed(({ body }) => createHash('sha256').update(body).digest()),
	'by SHA-256 of secret and body': computed(({ body }, secret) =>
		createHash('sha256').update(secret).update(body).digest(),
	),
	'of secret and body the wrong way round': computed(({ body }, secret) => digest(body, secret)),
	'of nothing': computed((_, secret) => digest(secret, '')),
	'of the body as text': computed(({ body }, secret) => digest(secret, JSON.stringify(body.toString()))),
	'of the parsed body': computed(({ body }, secret) =>
		digest(secret, `${JSON.stringify(JSON.parse(body.toString()))}\n`),
	),
};
