import { z } from 'zod';

/**
 * One PagerDuty ID. It is opaque: most look like PABC123, some are UUIDs or like 01DA2MLYN0J5EFC1LKWXUKDDKT. Nothing in it
 * can lead to another path.
 */
export const id = z
	.string()
	.regex(
		/^[\w-]{4,}$/,
		'is not a PagerDuty ID. IDs look like PABC123; the address of the object, copied from PagerDuty, will do as well',
	);

/** Several PagerDuty IDs. */
export const ids = z.array(id);

export const isId = (text: string): boolean => id.safeParse(text).success;

/** Events have IDs such as 01DEN4HPBQAAAG05V5QQYBRZMF, which stand where people look for the incident's. */
const isOfEvent = (text: string) => /^0[0-9A-HJKMNP-TV-Z]{25}$/.test(text);

/** An incident's ID or its number. */
export const idOrNumber = z
	.string()
	.refine((text) => !isOfEvent(text), {
		message: 'is the ID of an event. The incident of the event is named by data.id: use {{ $json.data.id }}',
	})
	.refine((text) => isOfEvent(text) || /^(?:\d+|[A-Za-z][A-Za-z0-9]{3,})$/.test(text), {
		message: 'is neither an incident ID (such as Q1A2B3C4D5E6F7) nor an incident number',
	});

/** A reference to another PagerDuty object, as request bodies want it; undefined without an ID. */
export const reference = <Type extends string>(type: `${Type}_reference`, value: string | undefined) =>
	value === undefined ? undefined : { id: value, type };
