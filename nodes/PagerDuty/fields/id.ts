import { z } from 'zod';

/** One PagerDuty ID. */
export const id = z
	.string()
	.regex(
		/^[A-Za-z][A-Za-z0-9]{3,}$/,
		'is not a PagerDuty ID. IDs look like PABC123; the address of the object, copied from PagerDuty, will do as well',
	);

/** Several PagerDuty IDs. */
export const ids = z.array(id);

/** An incident's ID or its number: PagerDuty takes both where an incident is only read. */
export const idOrNumber = z
	.string()
	.regex(
		/^(?:\d+|[A-Za-z][A-Za-z0-9]{3,})$/,
		'is neither an incident ID (such as Q1A2B3C4D5E6F7) nor an incident number',
	);

/** A reference to another PagerDuty object, as request bodies want it; undefined without an ID. */
export const reference = <Type extends string>(type: `${Type}_reference`, value: string | undefined) =>
	value === undefined ? undefined : { id: value, type };
