import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { connect } from '../../api/client';
import { apply, type Check } from '../../incidentFilters/checks';
import { knownOf, type Known } from '../../incidentFilters/known';
import { authenticationOf, isManual } from '../host';
import type { PagerDutyEvent } from './event';
import { fetchParts, isPart, type Fetched, type Part } from './fetchParts';
import { incidentIn } from './incidentIn';

/** What is to be found out about an event that starts the workflow. */
export interface Completion {
	/** Filters of which the event does not say whether it passes. */
	readonly open: readonly Check[];
	/** The labels of filters that cannot be applied as they are set. */
	readonly faulty: readonly string[];
	/** The parts of its incident that were chosen for the output. */
	readonly additions: readonly string[];
}

/**
 * Reads from PagerDuty what an event does not carry, before PagerDuty has its answer: were n8n killed meanwhile,
 * PagerDuty would send the event again. What cannot be read excludes no event.
 *
 * @returns the event for the output; undefined when a filter excludes it
 */
export async function complete(
	host: IWebhookFunctions,
	event: PagerDutyEvent,
	{ open, faulty, additions }: Completion,
): Promise<IDataObject | undefined> {
	const { id, known } = incidentIn(event);
	if (id === undefined) {
		// A service has no urgency that could be wrong.
		const unchecked = event.type.startsWith('service.') ? [] : open.map(({ label }) => label);
		return withDoubts(event.json, [...faulty, ...unchecked], []);
	}
	const named = isManual(host) ? [] : additions;
	const chosen = named.filter(isPart);
	const wanted = [...new Set<Part>([...open.map(({ part }) => part), ...chosen])];
	const fetched = isManual(host) ? wanted.map(withoutCredential) : await fetchParts(api(host), id, wanted);
	const judged = apply(open, { ...known, ...knownFrom(fetched, event) });
	if (!judged.passes) return undefined;
	const added = fetched.filter(({ name, value }) => value !== undefined && chosen.includes(name));
	return withDoubts(
		{ ...event.json, ...Object.fromEntries(added.map(({ name, value }) => [name, value])) },
		[...faulty, ...judged.open.map(({ label }) => label)],
		[
			...fetched.filter(({ reason }) => reason !== undefined),
			...named.filter((name) => !isPart(name)).map(unknownPart),
		],
	);
}

const api = (host: IWebhookFunctions) => async () =>
	await connect(host, authenticationOf(host), ['incidents.read']);

const withoutCredential = (name: Part): Fetched => ({
	name,
	reason: 'A webhook that was set up by hand has no credential to read this with.',
});

/** An expression may give a name that was not there when the workflow was activated. */
const unknownPart = (name: string) => ({ name, reason: 'PagerDuty has nothing of this name to add.' });

/** What was read and the event did not say. */
function knownFrom(fetched: readonly Fetched[], { data }: PagerDutyEvent): Known {
	const valueOf = (part: Part) => fetched.find(({ name }) => name === part)?.value;
	const [incident, custom_fields] = [valueOf('incident'), valueOf('custom_fields')];
	const note = [valueOf('notes') ?? []].flat().find(({ id }) => id === data.id);
	return {
		...(isObject(incident) ? knownOf(incident) : {}),
		...(custom_fields === undefined ? {} : { custom_fields }),
		note: typeof note?.content === 'string' ? note.content : undefined,
	};
}

/** Names in the output what could not be found out, where there is any. */
const withDoubts = (
	json: IDataObject,
	unchecked: readonly string[],
	notFetched: ReadonlyArray<Pick<Fetched, 'reason'> & { readonly name: string }>,
): IDataObject => ({
	...json,
	...(unchecked.length > 0 ? { unchecked_filters: [...unchecked] } : {}),
	...(notFetched.length > 0
		? { not_fetched: notFetched.map(({ name, reason = '' }) => ({ name, reason })) }
		: {}),
});
