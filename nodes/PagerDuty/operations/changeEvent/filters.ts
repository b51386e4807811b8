import { filters } from '../../fields/collection';
import { teamIds } from '../../fields/objects/team';
import { since, until } from '../../fields/time';

/** Which changes a list is to have. */
export const filtersOfChanges = filters(
	{ ...since, description: 'Only what was changed at this time or later' } as const,
	teamIds,
	{ ...until, description: 'Only what was changed before this time' } as const,
);
