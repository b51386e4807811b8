import { FilterFault } from '../fault';
import { parse, type Pattern } from './parse';

/** A step of the machine that an expression becomes: it takes a character, or holds at a place, or neither. */
interface State {
	readonly takes?: (character: string) => boolean;
	readonly holds?: (before: string | undefined, after: string | undefined) => boolean;
	readonly next: State[];
}

/** States that an expression may have: the time for a text grows with both. */
const mostStates = 500;

/** Whether a text holds what a regular expression describes. */
export type Matches = (text: string) => boolean;

/**
 * Makes a regular expression ready. It runs as a machine that is in all of its states at once (Thompson's construction):
 * the time grows with the length of the text, never exponentially as with JavaScript's own. An expression that takes
 * seconds would hold up every workflow of this n8n.
 *
 * @throws FilterFault
 */
export function compile(source: string): Matches {
	const end: State = { next: [] };
	const start = new Builder().build(parse(source), end);
	return (text) => {
		const characters = [...text];
		let current = new Set<State>();
		for (let at = 0; at <= characters.length; at++) {
			const [before, after] = [characters[at - 1], characters[at]];
			// A match may begin anywhere.
			const reached = reachableFrom([...current, start], before, after);
			if (reached.has(end)) return true;
			current = new Set(
				[...reached]
					.filter((state) => after !== undefined && state.takes?.(after))
					.flatMap(({ next }) => next),
			);
		}
		return false;
	};
}

/** These states, and all that can be reached from them without taking a character. */
function reachableFrom(states: State[], before: string | undefined, after: string | undefined): Set<State> {
	const reached = new Set<State>();
	const waiting = [...states];
	for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
		if (reached.has(state) || (state.holds && !state.holds(before, after))) continue;
		reached.add(state);
		if (!state.takes) waiting.push(...state.next);
	}
	return reached;
}

class Builder {
	private count = 0;

	/** @param next where it goes on after the part */
	build(part: Pattern, next: State): State {
		switch (part.kind) {
			case 'one':
				return this.state({ takes: part.takes, next: [next] });
			case 'place':
				return this.state({ holds: part.holds, next: [next] });
			case 'sequence':
				return part.parts.reduceRight((after, each) => this.build(each, after), next);
			case 'either':
				return this.state({ next: part.parts.map((each) => this.build(each, next)) });
			case 'repeat':
				return this.repeat(part.part, part.least, part.most, next);
		}
	}

	private repeat(part: Pattern, least: number, most: number, next: State): State {
		let after = next;
		if (most === Infinity) {
			after = this.state({ next: [next] });
			after.next.push(this.build(part, after));
		} else {
			for (let count = least; count < most; count++)
				after = this.state({ next: [this.build(part, after), next] });
		}
		for (let count = 0; count < least; count++) after = this.build(part, after);
		return after;
	}

	private state(state: State): State {
		if (++this.count > mostStates)
			throw new FilterFault(`is too long, or repeats too much. Shorten it, or write {1,100} as +`);
		return state;
	}
}
