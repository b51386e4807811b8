import { updateFields } from '../../../fields/collection';
import { customFieldsJson } from '../../../fields/customFields';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { field } from '../../../fields/field';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { newServiceId } from '../../../fields/objects/service';
import { urgency } from '../../../fields/urgency';
import { assigneeIds } from '../../../fields/objects/user';
import { escalationLevel } from './escalationLevel';
import { conferenceNumber, conferenceUrl, resolution, title } from '../fields';

const removePriority = field({
	displayName: 'Remove Priority',
	name: 'removePriority',
	type: 'boolean',
	default: true,
	description: 'Whether to take the priority away from the incident',
});

const resolutionNote = {
	...resolution,
	description: 'What solved the problem. Needs Status set to Resolved.',
};

const status = field({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Acknowledged', value: 'acknowledged' },
		{ name: 'Resolved', value: 'resolved' },
		{ name: 'Triggered', value: 'triggered', description: 'Reopens a resolved incident' },
	],
	default: 'acknowledged',
});

/** What of an incident can be changed. */
export const changes = updateFields(
	assigneeIds,
	conferenceNumber,
	conferenceUrl,
	customFieldsJson,
	escalationLevel,
	escalationPolicyId,
	incidentType,
	priorityId,
	removePriority,
	resolutionNote,
	newServiceId,
	status,
	title,
	urgency,
);
