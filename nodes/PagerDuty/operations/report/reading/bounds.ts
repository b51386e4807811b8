import { tomorrow } from '../../../api/windows';
import type { Range } from '../period';

const second = 1_000;

/** Nobody says whether PagerDuty's bounds count: a second more is asked for on both sides, and readers look at each row. */
export const boundsOf = ({ since, until }: Range) => ({
	since: new Date(since - second).toISOString(),
	until: until < Date.now() ? new Date(until + second).toISOString() : tomorrow(),
});
