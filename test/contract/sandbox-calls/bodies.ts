import type { Call } from '../../sandbox/stand-in/caller';

export type Step = [method: string, path: string, status: number, call?: Call];

/** Ids of things that are there when the calls are made. */
export type Ids = Record<
	| 'open'
	| 'alsoOpen'
	| 'note'
	| 'alert'
	| 'resolved'
	| 'service'
	| 'businessService'
	| 'team'
	| 'emptyTeam'
	| 'user'
	| 'policy'
	| 'schedule'
	| 'override'
	| 'window'
	| 'begunOverride'
	| 'log'
	| 'subscription'
	| 'changeEvent'
	| 'workflow'
	| 'action'
	| 'invocation'
	| 'page'
	| 'pageStatus'
	| 'pageSeverity'
	| 'pageService'
	| 'pageImpact'
	| 'post'
	| 'template',
	string
>;

/** Names for `include[]` of a query. */
export const every = (...names: string[]) => names.map((name) => `include[]=${name}`).join('&');

export const reference = (type: string, id: string) => ({ id, type: `${type}_reference` });
export const incident = (ids: Ids, fields: object = {}) => ({
	incident: { type: 'incident', title: 'Disk full', service: reference('service', ids.service), ...fields },
});
export const change = (fields: object) => ({ incident: { type: 'incident', ...fields } });
export const bulk = (...incidents: object[]) => ({
	incidents: incidents.map((one) => ({ type: 'incident', ...one })),
});
export const team = (name: string, fields: object = {}) => ({ team: { type: 'team', name, ...fields } });
export const maintenance = (service: string, start_time: string, end_time: string) => ({
	maintenance_window: {
		type: 'maintenance_window',
		start_time,
		end_time,
		description: 'Contract test',
		services: [reference('service', service)],
	},
});
export const subscription = (fields: object = {}) => ({
	webhook_subscription: {
		type: 'webhook_subscription',
		delivery_method: { type: 'http_delivery_method', url: 'https://n8n.example/webhook/1' },
		events: ['incident.triggered'],
		filter: { type: 'account_reference' },
		description: 'Contract test',
		...fields,
	},
});
