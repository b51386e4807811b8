import type { ResourceFacts } from '../../engine/operation';

export const incidentWorkflow: ResourceFacts = {
	option: {
		name: 'Incident Workflow',
		value: 'incidentWorkflow',
		description: 'Steps that PagerDuty carries out for an incident: a call, a channel, a status update',
	},
	scope: 'incident_workflows',
	one: 'incident_workflow',
	list: 'incident_workflows',
	simple: ['id', 'name', 'description', 'is_enabled', 'html_url', 'team', 'created_at', 'steps'],
};
