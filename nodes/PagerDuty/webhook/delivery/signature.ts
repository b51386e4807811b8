import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether PagerDuty signed exactly these bytes with one of these secrets. While a secret is rotated PagerDuty sends
 * several signatures, and one match is enough; entries of other versions and malformed ones are ignored.
 * Source: https://developer.pagerduty.com/docs/verifying-webhook-signatures
 *
 * @param header the value or values of `X-PagerDuty-Signature`: `v1=<digest>,v1=<digest>`
 */
export function isSigned(
	body: Buffer,
	header: string | string[] | undefined,
	secrets: readonly string[],
): boolean {
	const given = [header].flat().join(',').split(',').map(digestOf);
	const expected = secrets
		.filter((secret) => secret !== '')
		.map((secret) => createHmac('sha256', secret).update(body).digest());
	// Every pair is compared, so that the time taken does not tell which one matched.
	const matches = expected.flatMap((right) =>
		given.map((digest) => digest?.length === right.length && timingSafeEqual(digest, right)),
	);
	return matches.includes(true);
}

/** The 32 bytes of a `v1` entry. PagerDuty writes them in hex; base64 of the same bytes is accepted too. */
function digestOf(entry: string): Buffer | undefined {
	const [, text = ''] = /^\s*v1=(\S+)\s*$/.exec(entry) ?? [];
	if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
	const digest = Buffer.from(text, 'base64');
	// Node reads base64 leniently: written back it must be the same, or several spellings would pass for one digest.
	return digest.length === 32 && digest.toString('base64') === text ? digest : undefined;
}
