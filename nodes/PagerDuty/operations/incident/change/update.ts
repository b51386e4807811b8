import { NodeOperationError } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { get, wire } from '../../../api/request';
import { one } from '../../../api/shape';
import type { InputOf } from '../../../engine/input/inputOf';
import { defineOperation, type Conflict } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { chosenCustomFields, customFieldsIn, withCustomFields } from '../../../fields/customFields';
import { reference } from '../../../fields/id';
import { ifTooLong } from '../../../fields/ifTooLong';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { fromEmail } from '../../../fields/objects/user';
import { setValuesAfter } from '../customFields/values';
import { changing } from './changing';
import { changes } from './changes';
import { detailsBody, doublyAssigned } from '../fields';
import { incident } from '../resource';

type Given = InputOf<[typeof incidentId, typeof changes, typeof withCustomFields, typeof chosenCustomFields]>;

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
	({ serviceId, removePriority, ...given }) =>
		serviceId !== undefined || removePriority === true || customFieldsIn(given) !== undefined,
);

/**
 * operationId updateIncident, updateIncidents, getIncident, setIncidentFieldValues, getIncidentFieldValues · a resolved
 * incident whose status is set to triggered or acknowledged is reopened. The document names no way to take a priority
 * away; `null` is the one that clients use, so the answer is looked at.
 */
export const update = defineOperation({
	of: incident,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident',
		description: 'Change status, title, urgency, priority, assignees, custom fields and more of an incident',
	},
	fields: [
		incidentId,
		changes,
		withCustomFields,
		chosenCustomFields,
		simplify,
		options(fromEmail, ifTooLong),
	],
	conflict: (given) => nothingToChange(given) ?? doublyAssigned(given) ?? contradiction(given),
	...change,
	repeat: {
		...change.repeat,
		lookUp: async (api, given, context) => {
			const taken = await change.repeat.lookUp?.(api, given, context);
			if (taken) await setCustomFields(api, given);
			return taken;
		},
	},
	run: async (api, given, { once }) => {
		const { incidentId } = given;
		const changed = hasOnlyCustomFields(given)
			? await one(api, get(path`/incidents/${incidentId}`), 'incident')
			: await once('change', async () => await change.run(api, given));
		// Which fields there are depends on the type, which may just have changed.
		await setCustomFields(api, given);
		if (!given.removePriority || !changed.priority) return changed;
		throw new NodeOperationError(api.host.getNode(), 'PagerDuty did not take the priority away', {
			description: 'All other changes were made. Take the priority away in PagerDuty itself.',
		});
	},
});

async function setCustomFields(api: Api, given: Given): Promise<void> {
	const values = customFieldsIn(given);
	const done = changesIn(given).length > 0 ? 'All other changes were made.' : '';
	if (values) await setValuesAfter(done, api, given.incidentId, values);
}

/** What the request that changes an incident says. */
const changesIn = ({
	incidentId: _,
	withCustomFields: __,
	customFields: ___,
	customFieldsJson: ____,
	...changes
}: Given) => Object.values(changes).filter((value) => value !== false);

const hasOnlyCustomFields = (given: Given) =>
	customFieldsIn(given) !== undefined && changesIn(given).length === 0;

const nothingToChange = (given: Given): Conflict | undefined =>
	changesIn(given).length > 0 || customFieldsIn(given) !== undefined
		? undefined
		: { field: 'updateFields', message: 'name nothing to change. Add at least one field' };

function contradiction({ removePriority, priorityId, resolution, status }: Given): Conflict | undefined {
	if (removePriority && priorityId !== undefined)
		return { field: 'removePriority', message: 'cannot be combined with Priority. Remove one of the two' };
	if (resolution !== undefined && status !== 'resolved')
		return { field: 'resolution', message: 'is only kept when Status is set to Resolved as well' };
	return undefined;
}
