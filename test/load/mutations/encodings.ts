import { deflateSync, gzipSync } from 'node:zlib';

import { signed, withBody, withHeader, withSignature, type Delivery } from './delivery';
import { largest } from './genuine';
import type { Forge, Forgeries } from './forgery';

/** The body with one letter changed, so that its signature is of no use however it is read. */
const forged = (good: Delivery) => withBody(good, good.body.toString('utf8').replace('incident', 'incidemt'));

/** A forged body under another Content-Type. */
const typed =
	(...values: string[]): Forge =>
	(good) =>
		withHeader(forged(good), 'Content-Type', ...values);

/** Some bytes under a Content-Encoding, true or not. */
const encoded =
	(encoding: string, encode: (body: Buffer) => Buffer): Forge =>
	(good) =>
		withHeader({ ...forged(good), body: encode(forged(good).body) }, 'Content-Encoding', encoding);

const asItIs = (body: Buffer) => body;

/** Content types, compressions and charsets that lie, or that n8n reads before we see anything. */
export const encodings: Forgeries = {
	'plain text': typed('text/plain'),
	'no content type': typed(),
	'an empty content type': typed(''),
	'two content types': typed('application/json', 'text/plain'),
	'a form': typed('application/x-www-form-urlencoded'),
	'a form of several parts': typed('multipart/form-data; boundary=x'),
	'several parts without boundary': typed('multipart/form-data'),
	'several parts of another sort': typed('multipart/mixed; boundary=x'),
	XML: typed('application/xml'),
	bytes: typed('application/octet-stream'),
	'UTF-16 that is none': typed('application/json; charset=utf-16le'),
	'a charset that nobody knows': typed('application/json; charset=klingon'),
	'Latin-1': typed('application/json; charset=iso-8859-1'),
	'gzip that is none': encoded('gzip', asItIs),
	'deflate that is none': encoded('deflate', asItIs),
	'brotli that is none': encoded('br', asItIs),
	'an encoding that nobody knows': encoded('klingon', asItIs),
	identity: encoded('identity', asItIs),
	'gzip and gzip': encoded('gzip, gzip', (body) => gzipSync(gzipSync(body))),
	'a forged body in gzip': encoded('gzip', gzipSync),
	'a forged body in deflate': encoded('deflate', deflateSync),
	'gzip that breaks off': encoded('gzip', (body) => gzipSync(body).subarray(0, -9)),
	'gzip with more behind it': encoded('gzip', (body) => Buffer.concat([gzipSync(body), Buffer.from('more')])),
	'gzip called deflate': encoded('deflate', gzipSync),
	'gzip without a word of it': (good) => ({ ...good, body: gzipSync(good.body) }),
	'gzip, signed over what was sent and not over what was meant': (good, _, { live }) => {
		const body = gzipSync(good.body);
		return withHeader(withSignature({ ...good, body }, signed(live, body)), 'Content-Encoding', 'gzip');
	},
	'a small gzip that grows large': encoded('gzip', () => gzipSync(Buffer.alloc(largest * 2))),
};

/** A body of any size that nobody signed. */
const sized =
	(size: (roll: Parameters<Forge>[1]) => number, fill: Forge): Forge =>
	(good, roll, secrets) => {
		const { body } = fill(good, roll, secrets);
		const wanted = size(roll);
		return withBody(good, Buffer.alloc(wanted, body.length > 0 ? body : ' '));
	};

const ofRandom: Forge = (good, roll) => ({
	...good,
	body: Buffer.from(Array.from({ length: 997 }, () => roll(256))),
});
const ofBlanks: Forge = (good) => ({ ...good, body: Buffer.from(' ') });
const small: Parameters<typeof sized>[0] = (roll) => roll(2_000);
const large: Parameters<typeof sized>[0] = (roll) => roll(largest + 1);

/** Lengths from nothing to the most that PagerDuty sends, in one piece or in many. */
export const lengths: Forgeries = {
	nothing: sized(() => 0, ofBlanks),
	'one byte': sized(() => 1, ofRandom),
	'few bytes': sized(small, ofRandom),
	'few blanks': sized(small, ofBlanks),
	'few events in a row': sized(small, (good) => good),
	'few bytes in chunks': (good, roll, secrets) => ({
		...sized(small, ofRandom)(good, roll, secrets),
		chunk: 1 + roll(50),
	}),
	'many bytes': sized(large, ofRandom),
	'many events in a row': sized(large, (good) => good),
	'many bytes in chunks': (good, roll, secrets) => ({
		...sized(large, ofRandom)(good, roll, secrets),
		chunk: 4_000 + roll(50_000),
	}),
	'as many as there may be, and one more': sized(() => largest + 1, ofBlanks),
};
