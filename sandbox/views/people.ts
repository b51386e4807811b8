import type { EscalationPolicy, Priority, Team, User } from '../world/entities';
import type { World } from '../world/world';
import {
	policyTag,
	priorityTag,
	scheduleReference,
	serviceTag,
	teamReference,
	teamTag,
	userReference,
	userTag,
} from './reference';
import { apiUrl, asReference, held } from './reference';
import { schedulesOn } from '../schedules/onCalls';
import { scheduleView } from './schedule';

export const teamView = (team: Team) => ({
	...teamTag(team),
	name: team.name,
	description: team.description,
	default_role: team.defaultRole ?? 'manager',
});

export const priorityView = (priority: Priority) => ({
	...priorityTag(priority),
	name: priority.name,
	description: priority.description,
	// In no document; PagerDuty's own CLI paints with it.
	color: priority.color,
});

/** A user; `include` may ask for teams and contact_methods in full. */
export function userView(world: World, user: User, include: ReadonlySet<string>) {
	const contact = { id: `P${user.id.slice(1).split('').reverse().join('')}`, summary: 'Default' };
	const contactUrl = apiUrl(`/users/${user.id}/contact_methods/${contact.id}`);
	const links = { ...contact, self: contactUrl, html_url: null };
	const method = { ...links, type: 'email_contact_method_reference' };
	const rule = {
		id: `N${contact.id.slice(1)}`,
		summary: '0 minutes: Default',
		self: apiUrl(`/users/${user.id}/notification_rules/N${contact.id.slice(1)}`),
		html_url: null,
	};
	return {
		...userTag(user),
		name: user.name,
		email: user.email,
		time_zone: user.timeZone,
		color: user.color,
		role: user.role,
		avatar_url: `https://secure.gravatar.com/avatar/${user.id.toLowerCase()}.png?d=mm&r=PG`,
		description: null,
		invitation_sent: false,
		created_via_sso: false,
		job_title: user.jobTitle,
		teams: user.teamIds.map((id) =>
			include.has('teams') ? teamView(held(world.teams, id)) : teamReference(world, id),
		),
		contact_methods: [
			include.has('contact_methods')
				? { ...links, type: 'email_contact_method', label: 'Default', address: user.email }
				: method,
		],
		notification_rules: [
			include.has('notification_rules')
				? {
						...rule,
						type: 'assignment_notification_rule',
						start_delay_in_minutes: 0,
						contact_method: method,
						urgency: 'high',
					}
				: { ...rule, type: 'assignment_notification_rule_reference' },
		],
	};
}

/** An escalation policy; `include` may ask for services, teams and targets in full. */
export function policyView(world: World, policy: EscalationPolicy, include: ReadonlySet<string>) {
	return {
		...policyTag(policy),
		name: policy.name,
		description: policy.description,
		num_loops: policy.numLoops,
		on_call_handoff_notifications: 'if_has_services',
		escalation_rules: policy.rules.map((rule, index) => ({
			id: rule.id,
			escalation_delay_in_minutes: rule.delayMinutes,
			targets: [
				...rule.userIds.map((id) =>
					include.has('targets')
						? userView(world, held(world.users, id), new Set())
						: userReference(world, id),
				),
				...schedulesOn(world, policy.id, index + 1).map((schedule) =>
					include.has('targets') ? scheduleView(world, schedule) : scheduleReference(world, schedule.id),
				),
			],
			...(include.has('escalation_rule_assignment_strategies')
				? { escalation_rule_assignment_strategy: 'assign_to_everyone' }
				: {}),
		})),
		services: [...world.services.values()]
			.filter((service) => service.policyId === policy.id)
			.map((service) => asReference(serviceTag(service))),
		teams: policy.teamIds.map((id) =>
			include.has('teams') ? teamView(held(world.teams, id)) : teamReference(world, id),
		),
	};
}
