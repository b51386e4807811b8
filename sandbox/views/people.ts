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
import { asReference, held } from './reference';
import {
	contactMethodReference,
	contactMethodsOf,
	contactMethodView,
	notificationRuleReference,
	notificationRulesOf,
	notificationRuleView,
} from './contacts';
import { schedulesOn } from '../schedules/onCalls';
import { scheduleView } from './schedule';

export const teamView = (team: Team) => ({
	...teamTag(team),
	name: team.name,
	description: team.description,
	default_role: team.defaultRole ?? 'manager',
});

/** Teams, in full or as references. */
export const teamViews = (world: World, ids: readonly string[], isFull: boolean) =>
	ids.map((id) => (isFull ? teamView(held(world.teams, id)) : teamReference(world, id)));

export const priorityView = (priority: Priority) => ({
	...priorityTag(priority),
	name: priority.name,
	description: priority.description,
	// In no document; PagerDuty's own CLI paints with it.
	color: priority.color,
});

/** A user; `include` may ask for teams, contact_methods and notification_rules in full. */
export function userView(world: World, user: User, include: ReadonlySet<string>) {
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
		teams: teamViews(world, user.teamIds, include.has('teams')),
		contact_methods: contactMethodsOf(world, user.id).map(
			include.has('contact_methods') ? contactMethodView : contactMethodReference,
		),
		notification_rules: notificationRulesOf(world, user.id).map((rule) =>
			include.has('notification_rules')
				? notificationRuleView(world, rule)
				: notificationRuleReference(world, rule),
		),
	};
}

/** A member of a team; `include` may ask for users in full. */
export const memberView = (world: World, user: User, include: ReadonlySet<string>) => ({
	user: include.has('users') ? userView(world, user, new Set()) : userReference(world, user.id),
	role: user.role === 'admin' || user.role === 'owner' ? 'manager' : 'responder',
});

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
		teams: teamViews(world, policy.teamIds, include.has('teams')),
	};
}
