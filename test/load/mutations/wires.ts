import { asBytes, signatureName, withBody, withHeader, withSignature } from './delivery';
import type { Forge, Forgeries } from './forgery';

/** A forged delivery whose framing says something else than what comes. */
const framed =
	(framing: (body: Buffer) => string[], sent: (body: Buffer) => Buffer = (body) => body): Forge =>
	(good) => {
		const forged = withBody(good, good.body.toString('utf8').replace('incident', 'incidemt'));
		return { ...forged, bytes: asBytes(forged, framing(forged.body), sent(forged.body)) };
	};

/** One that would be waited for: the other side has to notice that nobody is there any more. */
const brokenOff =
	(forge: Forge): Forge =>
	(...of) => ({ ...forge(...of), hangsUp: true });

const length = (bytes: number | string) => `Content-Length: ${bytes}`;
const chunked = 'Transfer-Encoding: chunked';
const chunk = (body: Buffer, said = body.length.toString(16)) =>
	Buffer.concat([Buffer.from(`${said}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);

/** A good signature in a header that is not allowed to be there like this. */
const headed =
	(lines: (value: string) => string[]): Forge =>
	(good) => {
		const value = good.headers.find(([name]) => name === signatureName)?.[1] ?? '';
		const bare = withSignature(good);
		return { ...bare, bytes: asBytes(bare, [...lines(value), length(bare.body.length)], bare.body) };
	};

/** What no HTTP client sends: written to the socket as it stands. */
export const wires: Forgeries = {
	'a length too long': brokenOff(framed((body) => [length(body.length + 1)])),
	'a length far too long': brokenOff(framed((body) => [length(body.length + 2 ** 30)])),
	'a length too short': framed((body) => [length(body.length - 1)]),
	'a length of nothing': framed(() => [length(0)]),
	'a negative length': framed(() => [length(-1)]),
	'a length that is no number': framed(() => [length('many')]),
	'two lengths': framed((body) => [length(body.length), length(body.length - 1)]),
	'no length': framed(() => []),
	'a length and chunks': framed((body) => [length(body.length), chunked], chunk),
	'chunks that are none': framed(() => [chunked]),
	'a chunk that is too long': brokenOff(
		framed(
			() => [chunked],
			(body) => chunk(body, 'fffffff'),
		),
	),
	'a chunk of no size': framed(
		() => [chunked],
		(body) => chunk(body, 'zz'),
	),
	'chunks that never end': brokenOff(
		framed(
			() => [chunked],
			(body) => chunk(body).subarray(0, -5),
		),
	),
	'an encoding of the transfer that nobody knows': framed((body) => [
		length(body.length),
		'Transfer-Encoding: x',
	]),
	'the signature over two lines': headed((value) => [`${signatureName}: v1=`, ` ${value.slice(3)}`]),
	'the signature after a NUL': headed((value) => [`${signatureName}: \u0000${value}`]),
	'the signature behind a blank name': headed((value) => [`${signatureName} : ${value}`]),
	'the signature behind a bare line end': headed((value) => [`X-Other: a\n${signatureName}: x${value}`]),
	'the signature after the body': (good) => {
		const value = good.headers.find(([name]) => name === signatureName)?.[1] ?? '';
		const bare = withHeader(withSignature(good), 'Trailer', signatureName);
		const body = Buffer.concat([
			chunk(bare.body).subarray(0, -2),
			Buffer.from(`${signatureName}: ${value}\r\n\r\n`),
		]);
		return { ...bare, bytes: asBytes(bare, [chunked], body) };
	},
};

/** A good delivery that is sent in another way or to another place. */
const method =
	(name: string): Forge =>
	(good) => ({ ...good, method: name });

/** A forged delivery to an address that somebody could take for ours. */
const address =
	(of: (path: string) => string): Forge =>
	(good) => ({
		...withBody(good, good.body.toString('utf8').replace('incident', 'incidemt')),
		path: of(good.path),
	});

/** Methods and addresses that are not the one of the webhook. */
export const addresses: Forgeries = {
	GET: method('GET'),
	HEAD: method('HEAD'),
	PUT: method('PUT'),
	PATCH: method('PATCH'),
	DELETE: method('DELETE'),
	OPTIONS: method('OPTIONS'),
	PROPFIND: method('PROPFIND'),
	'a slash at its end': address((path) => `${path}/`),
	'two slashes': address((path) => path.replace('/webhook/', '//webhook/')),
	'in capitals': address((path) => path.toUpperCase()),
	'percent-encoded': address((path) => path.replace('webhook', '%77ebhook')),
	'out and in again': address((path) => `${path}/../webhook`),
	'with a dot': address((path) => path.replace('/webhook/', '/webhook/./')),
	'with a query': address((path) => `${path}?secret=&signature=valid`),
	'of the test webhook': address((path) => path.replace('/webhook/', '/webhook-test/')),
	'of a waiting webhook': address((path) => path.replace('/webhook/', '/webhook-waiting/')),
	'without its last part': address((path) => path.slice(0, path.lastIndexOf('/'))),
	'with a NUL': address((path) => `${path}%00`),
};
