import type { Roll } from '../../support/dice';
import { withBody, type Delivery } from './delivery';
import type { Forge, Forgeries } from './forgery';

const text = ({ body }: Delivery) => body.toString('utf8');

/** Some place in the body. */
const place = ({ body }: Delivery, roll: Roll) => roll(body.length);

/** Puts something in, over so many of the old bytes. */
const put =
	(what: Buffer | string, over = 0): Forge =>
	(good, roll) => {
		const at = place(good, roll);
		return withBody(
			good,
			Buffer.concat([good.body.subarray(0, at), Buffer.from(what), good.body.subarray(at + over)]),
		);
	};

const rewritten =
	(rewrite: (json: string) => string): Forge =>
	(good) =>
		withBody(good, rewrite(text(good)));

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const forgedEvent =
	'"event":{"id":"01FORGED","event_type":"incident.triggered","resource_type":"incident","data":{"title":"forged"}}';

/** The signature is good, and the body is another. */
export const bodies: Forgeries = {
	'one bit flipped': (good, roll) => {
		const body = Buffer.from(good.body);
		const at = place(good, roll);
		body.writeUInt8(body.readUInt8(at) ^ (1 << roll(8)), at);
		return withBody(good, body);
	},
	'a byte taken out': put('', 1),
	'a byte put in': (good, roll) => put(Buffer.from([roll(256)]))(good, roll, noSecrets),
	'a NUL put in': put('\u0000'),
	'bytes that are no UTF-8': put(Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80])),
	'a blank put in': put(' '),
	'a line end put in': put('\r\n'),
	'cut off': (good, roll) => withBody(good, good.body.subarray(0, place(good, roll))),
	'the beginning cut off': (good, roll) => withBody(good, good.body.subarray(1 + place(good, roll))),
	'a blank at its end': rewritten((json) => `${json} `),
	'a line end at its end': rewritten((json) => `${json}\n`),
	'a NUL at its end': rewritten((json) => `${json}\u0000`),
	'itself a second time': rewritten((json) => json + json),
	'a byte order mark before it': rewritten((json) => `\ufeff${json}`),
	'written anew': rewritten((json) => JSON.stringify(JSON.parse(json), null, 3)),
	'written anew without blanks': rewritten((json) => JSON.stringify(JSON.parse(json))),
	'a second event before the first': rewritten((json) => json.trim().replace('{', `{${forgedEvent},`)),
	'a second event after the first': rewritten((json) => json.trim().replace(/\}$/, `,${forgedEvent}}`)),
	'another event': rewritten(() => `{${forgedEvent}}`),
	'another title': rewritten((json) => json.replace(/("title":\s*")/, '$1forged ')),
	'another type of event': rewritten((json) => json.replace('triggered', 'resolved')),
	'Unicode taken apart': rewritten((json) => json.normalize('NFD')),
	'Unicode put together': rewritten((json) => json.normalize('NFC')),
	'UTF-16': (good) => withBody(good, Buffer.from(text(good), 'utf16le')),
	'Latin-1': (good) => withBody(good, Buffer.from(text(good), 'latin1')),
	'base64 of itself': rewritten((json) => Buffer.from(json).toString('base64')),
	'deep nesting': (good, roll) => withBody(good, `{"event":${nested(1 + roll(60_000))}}`),
	'huge numbers': rewritten((json) =>
		json.trim().replace('{', `{"n":${'9'.repeat(5_000)}e${'9'.repeat(9)},`),
	),
	'a prototype': rewritten((json) =>
		json.trim().replace('{', '{"__proto__":{"event":{}},"constructor":null,'),
	),
	'no object': (good, roll) => withBody(good, ['null', '[]', '""', '0', 'true', '{}', 'NaN'][roll(7)] ?? ''),
	'nothing at all': rewritten(() => ''),
};

const noSecrets = {
	live: '',
	old: '',
	ofAnotherWorkflow: '',
	ofAnotherAccount: '',
	subscriptionId: '',
	apiToken: '',
};
