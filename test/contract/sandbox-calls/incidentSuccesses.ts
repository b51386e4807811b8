import { every, type Ids, reference, type Step } from './bodies';

/** One call for each thing that is done to incidents and around them. */
export const incidentSuccesses: Record<string, (ids: Ids) => Step[]> = {
	'what is done to incidents': (ids) => [
		['POST', `/incidents/${ids.open}/snooze`, 201, { body: { duration: 3600 } }],
		['GET', `/incidents/${ids.open}/log_entries`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/merge`,
			200,
			{ body: { source_incidents: [reference('incident', ids.alsoOpen)] } },
		],
		['GET', `/incidents/${ids.alsoOpen}`, 200],
		['PUT', `/incidents/${ids.open}/notes/${ids.note}`, 200, { body: { note: { content: 'Seen' } } }],
		['DELETE', `/incidents/${ids.open}/notes/${ids.note}`, 204],
	],
	'what goes on around incidents': (ids) => [
		...(
			['past_incidents', 'related_incidents', 'related_incidents?additional_details[]=incident'] as const
		).map((path): Step => ['GET', `/incidents/${ids.open}/${path}`, 200]),
		['GET', `/incidents/${ids.open}/past_incidents?limit=999`, 200],
		['GET', `/incidents/${ids.open}/outlier_incident`, 200],
		['GET', `/incidents/${ids.open}/outlier_incident?additional_details[]=incident`, 200],
		['GET', `/incidents/${ids.open}/related_change_events?limit=10`, 200],
		['GET', `/incidents/${ids.open}/custom_fields/values`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/custom_fields/values`,
			201,
			{ body: { custom_fields: [{ name: 'customers_affected', value: 1200 }] } },
		],
		[
			'POST',
			`/incidents/${ids.open}/responder_requests`,
			200,
			{
				body: {
					requester_id: ids.user,
					message: 'Please help',
					responder_request_targets: [
						{ responder_request_target: reference('user', ids.user) },
						{ responder_request_target: reference('escalation_policy', ids.policy) },
					],
				},
			},
		],
		['GET', `/incidents/${ids.open}`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/responder_requests/cancel`,
			200,
			{ body: { requester_id: ids.user, responder_request_targets: [reference('user', ids.user)] } },
		],
		[
			'POST',
			`/incidents/${ids.open}/status_updates`,
			200,
			{ body: { message: 'Late', subject: 'Mail', html_message: '<p>Late</p>' } },
		],
		[
			'POST',
			`/incidents/${ids.open}/status_updates/subscribers`,
			200,
			{ body: { subscribers: [{ subscriber_id: ids.user, subscriber_type: 'user' }] } },
		],
		['GET', `/incidents/${ids.open}/status_updates/subscribers`, 200],
		[
			'POST',
			`/incidents/${ids.open}/status_updates/unsubscribe`,
			200,
			{ body: { subscribers: [{ subscriber_id: ids.user, subscriber_type: 'user' }] } },
		],
		[
			'PUT',
			`/incidents/${ids.open}/business_services/${ids.businessService}/impacts`,
			200,
			{ body: { relation: 'impacted' } },
		],
		['GET', `/incidents/${ids.open}/business_services/impacts`, 200],
	],
	'alerts of incidents': (ids) => [
		['GET', `/incidents/${ids.open}/alerts?limit=10&total=true&statuses[]=triggered`, 200],
		[
			'GET',
			`/incidents/${ids.open}/alerts?sort_by=resolved_at:desc&${every('services', 'incidents', 'first_trigger_log_entries')}`,
			200,
		],
		['GET', `/incidents/${ids.open}/alerts/${ids.alert}`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/alerts/${ids.alert}`,
			200,
			{ body: { alert: { type: 'alert', incident: reference('incident', ids.alsoOpen) } } },
		],
		[
			'PUT',
			`/incidents/${ids.alsoOpen}/alerts`,
			200,
			{ body: { alerts: [{ id: ids.alert, type: 'alert', status: 'resolved' }] } },
		],
	],
};
