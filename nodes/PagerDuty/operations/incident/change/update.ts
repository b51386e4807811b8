import { NodeOperationError } from 'n8n-workflow';

import { wire } from '../../../api/request';
import type { InputOf } from '../../../engine/input/inputOf';
import { defineOperation, type Conflict } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { reference } from '../../../fields/id';
import { ifTooLong } from '../../../fields/ifTooLong';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { fromEmail } from '../../../fields/objects/user';
import { changing } from './changing';
import { changes } from './changes';
import { detailsBody, doublyAssigned } from '../fields';
import { incident } from '../resource';

type Given = InputOf<[typeof incidentId, typeof changes]>;

const change = changing(
	({ status, title, resolution, escalationLevel, serviceId, removePriority, ...more }: Given) => ({
		...wire({
			status,
			title,
			resolution,
			escalationLevel,
			service: reference('service_reference', serviceId),
			priority: removePriority ? null : undefined,
		}),
		...detailsBody(more),
	}),
	({ serviceId, removePriority }) => serviceId !== undefined || removePriority === true,
);

/**
 * operationId updateIncident, updateIncidents · a resolved incident whose status is set to triggered or acknowledged is
 * reopened. The document names no way to take a priority away; `null` is the one that clients use, so the answer is
 * looked at.
 */
export const update = defineOperation({
	of: incident,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident',
		description: 'Change status, title, urgency, priority, assignees and more of an incident',
	},
	fields: [incidentId, fromEmail, changes, simplify, options(ifTooLong)],
	conflict: (given) => nothingToChange(given) ?? doublyAssigned(given) ?? contradiction(given),
	...change,
	run: async (api, given) => {
		const changed = await change.run(api, given);
		if (!given.removePriority || !changed.priority) return changed;
		throw new NodeOperationError(api.host.getNode(), 'PagerDuty did not take the priority away', {
			description: 'All other changes were made. Take the priority away in PagerDuty itself.',
		});
	},
});

const nothingToChange = ({ incidentId: _, ...given }: Given): Conflict | undefined =>
	Object.values(given).some((value) => value !== false)
		? undefined
		: { field: 'updateFields', message: 'name nothing to change. Add at least one field' };

function contradiction({ removePriority, priorityId, resolution, status }: Given): Conflict | undefined {
	if (removePriority && priorityId !== undefined)
		return { field: 'removePriority', message: 'cannot be combined with Priority. Remove one of the two' };
	if (resolution !== undefined && status !== 'resolved')
		return { field: 'resolution', message: 'is only kept when Status is set to Resolved as well' };
	return undefined;
}
