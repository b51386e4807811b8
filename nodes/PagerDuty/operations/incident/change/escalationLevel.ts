import { field } from '../../../fields/field';

export const escalationLevel = field({
	displayName: 'Escalation Level',
	name: 'escalationLevel',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 2,
	description: 'Escalate the incident to this level of its escalation policy. A new incident is on level 1.',
});
