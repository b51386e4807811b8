import type { World } from '../world/world';
import { sandboxOAuthApp } from '../keys';
import type { Agent, Incident } from '../world/entities';

/** What PagerDuty gives in place of a whole object. */
export interface Reference {
	id: string;
	type: string;
	summary: string;
	self: string;
	html_url: string | null;
}

/** Links are PagerDuty's own, so that whatever reads them (a pasted address, the subdomain) works as with the real thing. */
export const apiUrl = (path: string) => `https://api.pagerduty.com${path}`;
export const webUrl = (path: string) => `https://${sandboxOAuthApp.subdomain}.pagerduty.com${path}`;

/** `{ id, summary, type, self, html_url }` of a record that has a name. */
const named =
	(type: string, apiPath: string, webPath: string | null) =>
	(record: { id: string; name: string }): Reference => ({
		id: record.id,
		type,
		summary: record.name,
		self: apiUrl(`${apiPath}/${record.id}`),
		html_url: webPath === null ? null : webUrl(`${webPath}/${record.id}`),
	});

export const userTag = named('user', '/users', '/users');
export const teamTag = named('team', '/teams', '/teams');
export const serviceTag = named('service', '/services', '/service-directory');
export const policyTag = named('escalation_policy', '/escalation_policies', '/escalation_policies');
export const scheduleTag = named('schedule', '/schedules', '/schedules');
export const businessServiceTag = named('business_service', '/business_services', null);
export const tagTag = named('tag', '/tags', null);
export const priorityTag = named('priority', '/priorities', null);

/** `{ id, type, summary, self, html_url }` of an incident. */
export const incidentTag = (incident: Incident): Reference => ({
	id: incident.id,
	type: 'incident',
	summary: `[#${incident.number}] ${incident.title}`,
	self: apiUrl(`/incidents/${incident.id}`),
	html_url: webUrl(`/incidents/${incident.id}`),
});

/** Why an incident was resolved, where PagerDuty has a word for it: merging is the only reason it knows. */
export function resolveReason(world: World, { mergedInto }: Incident) {
	if (mergedInto === undefined) return null;
	const incident = asReference(incidentTag(held(world.incidents, mergedInto)));
	return { type: 'merge_resolve_reason', incident };
}

export const asReference = (tag: Reference): Reference => ({ ...tag, type: `${tag.type}_reference` });

/** The record of an id that another record holds. The sandbox never deletes these, so a missing one is its own bug. */
export function held<Item>(table: Map<string, Item>, id: string): Item {
	const found = table.get(id);
	if (found === undefined) throw new Error(`The sandbox lost ${id}`);
	return found;
}

export const userReference = (world: World, id: string) => asReference(userTag(held(world.users, id)));
export const teamReference = (world: World, id: string) => asReference(teamTag(held(world.teams, id)));
export const serviceReference = (world: World, id: string) =>
	asReference(serviceTag(held(world.services, id)));
export const policyReference = (world: World, id: string) => asReference(policyTag(held(world.policies, id)));
export const scheduleReference = (world: World, id: string) =>
	asReference(scheduleTag(held(world.schedules, id)));
export const priorityReference = (world: World, id: string) =>
	asReference(priorityTag(held(world.priorities, id)));

export const agentReference = (world: World, agent: Agent) =>
	agent.type === 'user' ? userReference(world, agent.id) : serviceReference(world, agent.id);
