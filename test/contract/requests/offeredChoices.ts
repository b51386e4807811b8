import { documentedChoices } from './document';
import { fixedChoices } from '../../support/operations/fieldValues';
import type { Exercise } from './operationRequests';
import type { SentRequest } from './sentRequest';

/** A dropdown of our form beside what PagerDuty's document allows where its value arrives. */
export interface OfferedChoices {
	readonly field: string;
	/** Such as `GET query include[]` or `PUT body incident status`. */
	readonly place: string;
	readonly offered: string[];
	/** Undefined where the document lists no values. */
	readonly allowed: string[] | undefined;
}

/**
 * Finds out by sending where the choices of each dropdown arrive: the places that hold a choice whenever it is made.
 * A dropdown that arrives nowhere has no entry.
 */
export function offeredChoices(exercised: readonly Exercise[]): OfferedChoices[] {
	const dropdowns = [...new Set(exercised.map(({ field }) => field))].filter(
		(field) => fixedChoices(field).length > 0,
	);
	return dropdowns.flatMap((field) => {
		const made = exercised.filter((exercise) => exercise.field === field && chosen(exercise) !== undefined);
		const arrivals = made.map(({ sent, ...exercise }) =>
			sent.flatMap((request) =>
				placesOf(request, String(chosen(exercise))).map((place) => ({ request, place })),
			),
		);
		const everywhere = (arrivals[0] ?? []).filter(({ place }) =>
			arrivals.every((others) => others.some((other) => other.place === place)),
		);
		return everywhere.map(({ request, place }) => ({
			field: field.displayName,
			place: `${request.method} ${place}`,
			offered: fixedChoices(field),
			allowed: documentedChoices(request, place),
		}));
	});
}

/** The one choice that an exercise makes; none where it makes several at once. */
function chosen({ value }: Pick<Exercise, 'value'>): string | undefined {
	if (!Array.isArray(value)) return String(value);
	return value.length === 1 ? value[0] : undefined;
}

function placesOf({ query, body }: SentRequest, value: string): string[] {
	const names = [...new URLSearchParams(query)].filter(([, given]) => given === value).map(([name]) => name);
	return [...new Set(names)].map((name) => `query ${name}`).concat(placesIn(body, 'body', value));
}

function placesIn(within: unknown, place: string, value: string): string[] {
	if (within === value) return [place];
	if (Array.isArray(within)) return within.flatMap((entry) => placesIn(entry, `${place} []`, value));
	if (typeof within !== 'object' || within === null) return [];
	return Object.entries(within).flatMap(([name, entry]) => placesIn(entry, `${place} ${name}`, value));
}
