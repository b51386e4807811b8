import { sandboxIntegrationKeys } from '../keys';
import type { Service, Team, User } from '../world/entities';
import { timestamp, type World } from '../world/world';

type ServiceName = keyof typeof sandboxIntegrationKeys;

const services: Array<{ name: ServiceName; team: string; urgency: Service['urgency']; description: string }> =
	[
		{ name: 'Checkout API', team: 'Storefront', urgency: 'high', description: 'Basket, prices and checkout' },
		{
			name: 'Payments Gateway',
			team: 'Storefront',
			urgency: 'high',
			description: 'Cards, wallets and refunds',
		},
		{ name: 'Customer Portal', team: 'Storefront', urgency: 'high', description: 'Web shop and accounts' },
		{
			name: 'Order Fulfilment',
			team: 'Logistics',
			urgency: 'high',
			description: 'Picking, packing and handover',
		},
		{
			name: 'Warehouse Sync',
			team: 'Logistics',
			urgency: 'low',
			description: 'Stock levels of all warehouses',
		},
		{
			name: 'Data Pipeline',
			team: 'Platform',
			urgency: 'low',
			description: 'Events into the data warehouse',
		},
		{
			name: 'Identity & Login',
			team: 'Platform',
			urgency: 'high',
			description: 'Sign-in, sessions and tokens',
		},
		{
			name: 'Internal Wiki',
			team: 'Platform',
			urgency: 'low',
			description: 'Runbooks and notes; never had an incident',
		},
	];

const priorities = [
	['P1', 'Customers cannot buy; all hands', 'a8171c'],
	['P2', 'A main feature is broken for many', 'eb6016'],
	['P3', 'Some customers are affected, or soon will be', 'f9b406'],
	['P4', 'Needs work, nobody is affected', '555555'],
	['P5', 'Cosmetic', '555555'],
] as const;

const incidentTypes = [
	['incident_default', 'Base Incident', null],
	['major_incident', 'Major Incident', 'Needs an incident commander'],
	['security_incident', 'Security Incident', 'Handled together with the security officer'],
] as const;

const day = 86_400_000;

/** One escalation policy a team (first on call, second on call, head of engineering) and a policy of two levels for the office. */
function seedPolicies(world: World, usersOf: (team: Team) => User[]): void {
	const head = [...world.users.values()].at(-1);
	for (const team of world.teams.values()) {
		const [first, second] = usersOf(team);
		const levels = [first, second, head].flatMap((user) => (user ? [user.id] : []));
		addPolicy(world, `${team.name} On-Call`, levels, [team.id]);
	}
	const office = [...world.users.values()].slice(-3, -1).map(({ id }) => id);
	addPolicy(world, 'Office Hours', office, []);
}

function addPolicy(world: World, name: string, userIds: string[], teamIds: string[]): void {
	const id = world.ids.short();
	const rules = userIds.map((userId) => ({ id: world.ids.short(), delayMinutes: 15, userIds: [userId] }));
	world.policies.set(id, { id, name, description: `${name} escalation policy`, numLoops: 1, rules, teamIds });
}

/** Eight services, their escalation policies, five priorities and three incident types. */
export function seedServices(
	world: World,
	team: (name: string) => Team,
	usersOf: (team: Team) => User[],
): void {
	const createdAt = timestamp(new Date(world.clock.now().getTime() - 400 * day));
	for (const [name, description, color] of priorities) {
		const id = world.ids.short();
		world.priorities.set(id, { id, name, description, color });
	}
	for (const [name, displayName, description] of incidentTypes) {
		const id = world.ids.short();
		world.incidentTypes.set(id, { id, name, displayName, description, enabled: true, createdAt });
	}
	seedPolicies(world, usersOf);
	for (const { team: teamName, ...service } of services) {
		const id = world.ids.short();
		const teamId = team(teamName).id;
		const policy = [...world.policies.values()].find(({ teamIds }) => teamIds.includes(teamId));
		if (!policy) throw new Error(`The seed has no escalation policy for ${teamName}`);
		const integration = { id: world.ids.short(), key: sandboxIntegrationKeys[service.name] };
		world.services.set(id, {
			id,
			...service,
			policyId: policy.id,
			teamIds: [teamId],
			createdAt,
			integration,
		});
	}
}
