import type { Team, User } from '../world/entities';
import type { World } from '../world/world';
import { named } from './named';

const teams = [
	{ name: 'Storefront', description: 'Everything a customer sees and pays with' },
	{ name: 'Logistics', description: 'From the order to the front door' },
	{ name: 'Platform', description: 'What the other teams build on' },
];

/** Name, job title, role, time zone, colour, team; the first two of a team are on call first and second. */
const users: Array<[string, string, User['role'], string, string, string]> = [
	['Maya Lindqvist', 'Staff Engineer', 'admin', 'Europe/Stockholm', 'purple', 'Storefront'],
	['Tomás Herrera', 'Backend Engineer', 'user', 'Europe/Madrid', 'green', 'Storefront'],
	['Priya Raman', 'Payments Engineer', 'user', 'Asia/Kolkata', 'teal', 'Storefront'],
	['Jonas Weber', 'Frontend Engineer', 'limited_user', 'Europe/Berlin', 'orange', 'Storefront'],
	['Aisha Bello', 'Senior Engineer', 'user', 'Africa/Lagos', 'red', 'Logistics'],
	['Daniel O’Connor', 'Integration Engineer', 'user', 'Europe/Dublin', 'blue', 'Logistics'],
	['Mei Tanaka', 'Warehouse Systems Lead', 'admin', 'Asia/Tokyo', 'cayenne', 'Logistics'],
	['Lucas Moreau', 'Support Engineer', 'limited_user', 'Europe/Paris', 'brown', 'Logistics'],
	['Hannah Fischer', 'Site Reliability Engineer', 'user', 'Europe/Vienna', 'crimson', 'Platform'],
	['Samuel Okafor', 'Site Reliability Engineer', 'user', 'Europe/London', 'dark-slate-blue', 'Platform'],
	['Ingrid Solberg', 'Data Engineer', 'user', 'Europe/Oslo', 'forest-green', 'Platform'],
	['Rachel Kim', 'VP Engineering', 'owner', 'America/New_York', 'gold', 'Platform'],
];

const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[^A-Za-z ]/g, '')
		.toLowerCase()
		.replace(/ /g, '.');

/** Three teams and twelve users of the company "Harborline". */
export function seedPeople(world: World): { team: (name: string) => Team; usersOf: (team: Team) => User[] } {
	for (const team of teams) {
		const id = world.ids.short();
		world.teams.set(id, { id, ...team });
	}
	const team = (name: string) => named(world.teams, name);
	for (const [name, jobTitle, role, timeZone, color, teamName] of users) {
		const id = world.ids.short();
		const email = `${plain(name)}@harborline.example`;
		world.users.set(id, { id, name, email, role, jobTitle, timeZone, color, teamIds: [team(teamName).id] });
	}
	const usersOf = ({ id }: Team) => [...world.users.values()].filter(({ teamIds }) => teamIds.includes(id));
	return { team, usersOf };
}
