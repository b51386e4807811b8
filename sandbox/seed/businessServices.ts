import type { DependencyEnd } from '../world/businessServices';
import { IdSequence } from '../world/ids';
import type { World } from '../world/world';

const businessServices = [
	{
		name: 'Online Shop',
		team: 'Storefront',
		description: 'Customers find goods and pay for them',
		pointOfContact: 'Maya Lindqvist',
		on: ['Checkout API', 'Payments Gateway', 'Customer Portal'],
	},
	{
		name: 'Delivery',
		team: 'Logistics',
		description: 'What was bought arrives',
		pointOfContact: 'Mei Tanaka',
		on: ['Order Fulfilment', 'Warehouse Sync'],
	},
	{
		name: 'Back Office',
		team: 'Platform',
		description: 'Figures and tools for everybody inside',
		pointOfContact: 'Rachel Kim',
		on: ['Internal Wiki', 'Data Pipeline'],
	},
	{
		name: 'Harborline',
		team: null,
		description: 'All that customers pay for',
		pointOfContact: 'Rachel Kim',
		on: ['Online Shop', 'Delivery'],
	},
];

/** Technical services that stand on others. */
const technical = [
	['Customer Portal', 'Identity & Login'],
	['Checkout API', 'Payments Gateway'],
] as const;

/** Four business services and what they stand on. Their IDs are of a row of their own. */
export function seedBusinessServices(world: World): void {
	const ids = new IdSequence(20260902);
	const idNamed = (table: Map<string, { id: string; name: string }>, name: string) =>
		[...table.values()].find((one) => one.name === name)?.id;
	const endNamed = (name: string): DependencyEnd => {
		const business = idNamed(world.businessServices, name);
		const id = business ?? idNamed(world.services, name);
		if (id === undefined) throw new Error(`The seed has no service ${name}`);
		return { kind: business === undefined ? 'technical_service' : 'business_service', id };
	};
	const depend = (dependent: string, supporting: string) => {
		const id = ids.next('D', 15);
		world.dependencies.set(id, { id, supporting: endNamed(supporting), dependent: endNamed(dependent) });
	};
	for (const { on, team, ...service } of businessServices) {
		const id = ids.short();
		const teamId = team === null ? null : (idNamed(world.teams, team) ?? null);
		world.businessServices.set(id, { id, ...service, teamId });
		for (const name of on) depend(service.name, name);
	}
	for (const [dependent, supporting] of technical) depend(dependent, supporting);
}
