import { pick, type Roll } from '../../support/dice';
import { addresses, wires } from './wires';
import { bodies } from './bodies';
import type { Delivery } from './delivery';
import { encodings, lengths } from './encodings';
import type { Forgeries, Secrets } from './forgery';
import { genuine, largest, plain } from './genuine';
import { keys } from './keys';
import { replays } from './replays';
import { signatures } from './signatures';

/** How each sort of forgery is called in figures. */
export const sorts: Readonly<Record<string, Forgeries>> = {
	body: bodies,
	signature: signatures,
	secret: keys,
	encoding: encodings,
	length: lengths,
	wire: wires,
	address: addresses,
	replay: replays,
};

/** A delivery with what it is: `genuine`, or `body: one bit flipped`. */
export interface Planned {
	readonly kind: string;
	readonly delivery: Delivery;
	/** What the workflow must get of it, once; nothing of a forgery. */
	readonly event?: { readonly id: string };
}

/** After so many forgeries of an event comes the event itself, twice, as when PagerDuty did not hear our answer. */
const forgeriesOfOne = 49;

/**
 * Forgeries, every sort and every one of a sort by turns, and among them what PagerDuty really sent. The forgeries of an
 * event have its ID and its X-Webhook-Id, and some come first: they must not pass for it, nor make it pass for a repeat.
 * A replay is of the event before, which was taken already.
 */
export function* plan(count: number, path: string, secrets: Secrets, roll: Roll): Generator<Planned> {
	const kinds = Object.entries(sorts).flatMap(([sort, forgeries]) =>
		Object.entries(forgeries).map(([name, forge]) => ({ kind: `${sort}: ${name}`, forge })),
	);
	let before: Delivery | undefined;
	for (let index = 0; index * forgeriesOfOne < count; index++) {
		const real = genuine(path, secrets.live, index, roll);
		const when = roll(forgeriesOfOne);
		for (let place = 0; place < forgeriesOfOne; place++) {
			if (place === when) {
				yield { kind: 'genuine', ...real };
				yield { kind: 'genuine, again', delivery: real.delivery };
			}
			const turn = index * forgeriesOfOne + place;
			if (turn >= count) continue;
			const { kind, forge } = kinds[turn % kinds.length] ?? pick(roll, kinds);
			const length = turn % 50 === 0 ? largest : roll(3_000);
			const good = plain(path, secrets.live, index, length, roll).delivery;
			const forged = kind.startsWith('replay: ') ? (before ?? real.delivery) : good;
			yield { kind, delivery: forge(forged, roll, secrets) };
		}
		before = real.delivery;
	}
}
