import type { IDataObject } from 'n8n-workflow';

import { readFrom } from '../../batches/checkpoint';
import { choiceIn, formWith } from '../../form/choice';
import { kindOf, kindsOf } from '../../form/events';
import type { SourceContext } from '../source';
import { incidentOf, type Change } from './changes';
import { eventTypeOf } from '../../../incidentLog/eventType';
import { itemsThatPass } from './filtered';
import { incidentEvent } from './incidentEvent';
import type { Progress } from './stretch';

/** The choice that changes up to a time must meet beside that of the form, because they happened before that was made. */
export function earlierChoice(
	{ form }: SourceContext,
	{ choice, start }: Progress,
	last: Progress | undefined,
	until: number,
): Progress['earlier'] {
	// A start in the past asks for all that happened since.
	const isOther = choice !== undefined && choice !== choiceIn(form) && start === undefined;
	return isOther ? { choice, until } : last?.earlier;
}

/**
 * The items of new changes that the form chooses, and that did not happen before it chose them.
 *
 * @param last where it is read once more from there on
 * @throws NodeApiError, NodeOperationError
 */
export async function chosenOf(
	context: SourceContext,
	fresh: Change[],
	checkpoint: Progress,
	last: Progress | undefined,
): Promise<IDataObject[]> {
	const items = await itemsOf(context, fresh);
	const earlier = earlierChoice(context, checkpoint, last, Infinity);
	if (earlier === undefined) return items;
	const { choice, until } = earlier;
	const isKnown = ({ id, at }: Change) => checkpoint.ids[id] !== undefined || at < readFrom(checkpoint);
	const old = fresh.filter((each) => each.at <= until && (until === Infinity || isKnown(each)));
	const chosenThen = await itemsOf({ ...context, form: formWith(context.form, choice) }, old);
	const excluded = new Set<unknown>(old.map(({ id }) => id));
	for (const { id } of chosenThen) excluded.delete(id);
	return items.filter(({ id }) => !excluded.has(id));
}

/** The items of changes that the form chooses. @throws NodeApiError, NodeOperationError */
export async function itemsOf(context: SourceContext, changes: Change[]): Promise<IDataObject[]> {
	const kinds = kindsOf(context.form);
	const chosen = changes.filter(({ entry }) => kinds.includes(kindOf(eventTypeOf(entry))));
	return await itemsThatPass(
		context,
		chosen.map(({ entry }) => ({ item: toItem(context, entry), incident: incidentOf(entry) })),
	);
}

/** An item as the webhook trigger gives it, and the log entry, which only this trigger has. */
const toItem = (context: SourceContext, entry: IDataObject): IDataObject => ({
	...incidentEvent(context, eventTypeOf(entry), incidentOf(entry), entry),
	log_entry: context.simple ? picked(entry, simpleEntry) : entry,
});

const picked = (entry: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(names.filter((name) => name in entry).map((name) => [name, entry[name]]));

/** What `Simplify` keeps of a log entry. The type of its channel says how a change came about. */
const simpleEntry = [
	'id',
	'summary',
	'created_at',
	'html_url',
	'note',
	'assignees',
	'user',
	'changeset',
	'changed_actions',
	'acknowledgement_timeout',
	'event_details',
	'channel',
] as const;
