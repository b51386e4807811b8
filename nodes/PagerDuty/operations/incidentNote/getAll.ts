import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { idOrNumber } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { withIncidentId } from '../../fields/incidentNumber';
import { limit, paging, returnAll } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import { ofIncident } from './ofIncident';
import { simpleNote } from './simple';

/** https://developer.pagerduty.com/api-reference "List notes for an incident" · the list has no pages, newest first. */
export const getAll = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident notes',
		description: 'List the notes of an incident',
	},
	scopes: ['incidents.read'],
	properties: [incidentId, returnAll, limit, simplify],
	input: z.object({ incidentId: idOrNumber, ...paging }),
	prepare: withIncidentId,
	adds: ofIncident,
	simple: simpleNote,
	request: (input) => ({ method: 'GET', path: path`/incidents/${input.incidentId}/notes` }),
	answer: { list: 'notes', paging: 'none' },
});
