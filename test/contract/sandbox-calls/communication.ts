import { reference, type Ids, type Step } from './bodies';

const part = (kind: string, id: string) => ({ id, type: `status_page_${kind}` });

const update = (ids: Ids) => ({
	type: 'status_page_post_update',
	message: 'We are at it',
	status: part('status', ids.pageStatus),
	severity: part('severity', ids.pageSeverity),
	impacted_services: [{ service: part('service', ids.pageService), impact: part('impact', ids.pageImpact) }],
	update_frequency_ms: null,
	notify_subscribers: false,
});

const post = (ids: Ids) => ({
	type: 'status_page_post',
	title: 'Slow',
	post_type: 'incident',
	starts_at: null,
	ends_at: null,
	status_page: { id: ids.page, type: 'status_page' },
});

const figures = ['incidents/all', 'incidents/services', 'incidents/teams', 'incidents/escalation_policies'];

/** Calls about what customers and managers are told, and what PagerDuty does by itself. */
export const communication: Record<string, (ids: Ids) => Step[]> = {
	'change events': (ids) => [
		['GET', '/change_events?limit=2&total=true', 200],
		['GET', `/change_events?team_ids[]=${ids.team}`, 200],
		['GET', `/change_events/${ids.changeEvent}`, 200],
		['GET', `/services/${ids.service}/change_events`, 200],
		['PUT', `/change_events/${ids.changeEvent}`, 200, { body: { change_event: { summary: 'New' } } }],
		['GET', '/change_events/01NOWHERE', 404],
	],
	'incident workflows and automation actions': (ids) => [
		['GET', '/incident_workflows?include[]=steps&include[]=team', 200],
		['GET', `/incident_workflows/${ids.workflow}`, 201],
		[
			'POST',
			`/incident_workflows/${ids.workflow}/instances`,
			201,
			{ body: { incident_workflow_instance: { incident: reference('incident', ids.open) } } },
		],
		['GET', '/automation_actions/actions?limit=1', 200],
		['GET', `/automation_actions/actions/${ids.action}`, 200],
		[
			'POST',
			`/automation_actions/actions/${ids.action}/invocations`,
			201,
			{ body: { invocation: { metadata: { incident_id: ids.open } } } },
		],
		['GET', `/automation_actions/invocations?action_id=${ids.action}`, 200],
		['GET', `/automation_actions/invocations/${ids.invocation}`, 200],
		['GET', '/automation_actions/runners', 200],
	],
	'status pages': (ids) => [
		['GET', '/status_pages', 200],
		...['impacts', 'services', 'severities', 'statuses', 'posts'].map((list): Step => [
			'GET',
			`/status_pages/${ids.page}/${list}`,
			200,
		]),
		['GET', `/status_pages/${ids.page}/posts/${ids.post}?include[]=status_page_post_update`, 200],
		[
			'POST',
			`/status_pages/${ids.page}/posts`,
			201,
			{ body: { post: { ...post(ids), updates: [update(ids)] } } },
		],
		['PUT', `/status_pages/${ids.page}/posts/${ids.post}`, 200, { body: { post: post(ids) } }],
		['GET', `/status_pages/${ids.page}/posts/${ids.post}/post_updates`, 200],
		[
			'POST',
			`/status_pages/${ids.page}/posts/${ids.post}/post_updates`,
			201,
			{ body: { post_update: { ...update(ids), post: part('post', ids.post) } } },
		],
		['DELETE', `/status_pages/${ids.page}/posts/${ids.post}`, 204],
	],
	'templates for status updates': (ids) => [
		['GET', '/templates?sort_by=name:desc', 200],
		['GET', `/templates/${ids.template}`, 200],
		['POST', `/templates/${ids.template}/render`, 200, { body: { incident_id: ids.open } }],
	],
	analytics: (ids) => [
		...figures.map((segment): Step => ['POST', `/analytics/metrics/${segment}`, 200, { body: {} }]),
		['POST', '/analytics/metrics/incidents/all', 200, { body: { aggregate_unit: 'week' } }],
		['POST', '/analytics/metrics/responders/all', 200, { body: {} }],
		['POST', '/analytics/metrics/responders/teams', 200, { body: {} }],
		['POST', '/analytics/metrics/users/all', 200, { body: {} }],
		['POST', '/analytics/raw/incidents', 200, { body: { limit: 5 } }],
		['GET', `/analytics/raw/incidents/${ids.resolved}`, 200],
		['GET', `/analytics/raw/incidents/${ids.open}`, 200],
		['GET', `/analytics/raw/incidents/${ids.resolved}/responses`, 200],
	],
};
