import { randomUUID } from 'node:crypto';

import { signed, withSignature } from './delivery';
import type { Forge, Forgeries, Secrets } from './forgery';

/** Signed as PagerDuty signs, with something else for a secret. */
const signedWith =
	(secret: (secrets: Secrets) => string | Buffer): Forge =>
	(good, _, secrets) =>
		withSignature(good, signed(secret(secrets), good.body));

/** The body is good, and so is the way it is signed; the secret is not the one of this webhook. */
export const keys: Forgeries = {
	'of a subscription before': signedWith(({ old }) => old),
	'of another workflow': signedWith(({ ofAnotherWorkflow }) => ofAnotherWorkflow),
	'of another account': signedWith(({ ofAnotherAccount }) => ofAnotherAccount),
	empty: signedWith(() => ''),
	'a blank': signedWith(() => ' '),
	undefined: signedWith(() => 'undefined'),
	null: signedWith(() => 'null'),
	'[object Object]': signedWith(() => '[object Object]'),
	guessed: signedWith(() => randomUUID()),
	'all zeros': signedWith(({ live }) => Buffer.alloc(live.length)),
	'without its last character': signedWith(({ live }) => live.slice(0, -1)),
	'without its first character': signedWith(({ live }) => live.slice(1)),
	'its first half': signedWith(({ live }) => live.slice(0, live.length / 2)),
	twice: signedWith(({ live }) => live + live),
	'with a line end': signedWith(({ live }) => `${live}\n`),
	'in capitals': signedWith(({ live }) => live.toUpperCase()),
	backwards: signedWith(({ live }) => [...live].reverse().join('')),
	'in base64': signedWith(({ live }) => Buffer.from(live).toString('base64')),
	'taken out of base64': signedWith(({ live }) => Buffer.from(live, 'base64')),
	"the subscription's ID": signedWith(({ subscriptionId }) => subscriptionId),
	'the API key': signedWith(({ apiToken }) => apiToken),
	'several at once, all wrong': (good, _, { old, ofAnotherWorkflow, ofAnotherAccount }) =>
		withSignature(
			good,
			[old, ofAnotherWorkflow, ofAnotherAccount].map((one) => signed(one, good.body)).join(','),
		),
};
