import type { Schedule } from '../schedules/schedule';
import type { Team, User } from '../world/entities';
import { IdSequence } from '../world/ids';
import { timestamp, type World } from '../world/world';

const day = 86_400_000;

/** By team: how long a turn is, and the hours (UTC) in which somebody is on call. */
const rotations: Array<Pick<Schedule, 'name' | 'description' | 'turnSeconds' | 'hours'> & { team: string }> =
	[
		{
			team: 'Storefront',
			name: 'Storefront Rotation',
			description: 'A day each',
			turnSeconds: 86_400,
			hours: null,
		},
		{
			team: 'Logistics',
			name: 'Logistics Day Shift',
			description: 'While the warehouse is open; nobody at night',
			turnSeconds: 86_400,
			hours: { from: 8, to: 18 },
		},
		{
			team: 'Platform',
			name: 'Platform Rotation',
			description: 'Twelve hours each',
			turnSeconds: 43_200,
			hours: null,
		},
	];

/** A schedule for each team, on the second level of its escalation policy. Its IDs are of a row of their own. */
export function seedSchedules(
	world: World,
	team: (name: string) => Team,
	usersOf: (team: Team) => User[],
): void {
	const ids = new IdSequence(20260901);
	const start = timestamp(new Date(Math.floor(world.clock.now().getTime() / day) * day - 400 * day));
	for (const { team: teamName, ...rotation } of rotations) {
		const id = ids.short();
		const teamId = team(teamName).id;
		const userIds = usersOf(team(teamName)).map((user) => user.id);
		const levels = [...world.policies.values()]
			.filter(({ teamIds }) => teamIds.includes(teamId))
			.map(({ id: policyId }) => ({ policyId, level: 2 }));
		const schedule = { id, layerId: ids.short(), ...rotation, start, userIds, teamIds: [teamId], levels };
		world.schedules.set(id, { ...schedule, overrides: [] });
	}
}
