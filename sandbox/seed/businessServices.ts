import type { DependencyEnd } from '../world/businessServices';
import { IdSequence } from '../world/ids';
import type { World } from '../world/world';
import { named } from './named';

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
	const endNamed = (name: string): DependencyEnd =>
		businessServices.some((one) => one.name === name)
			? { kind: 'business_service', id: named(world.businessServices, name).id }
			: { kind: 'technical_service', id: named(world.services, name).id };
	const depend = (dependent: string, supporting: string) => {
		const id = ids.next('D', 15);
		world.dependencies.set(id, { id, supporting: endNamed(supporting), dependent: endNamed(dependent) });
	};
	for (const { on, team, ...service } of businessServices) {
		const id = ids.short();
		const teamId = team === null ? null : named(world.teams, team).id;
		world.businessServices.set(id, { id, ...service, teamId });
		for (const name of on) depend(service.name, name);
	}
	for (const [dependent, supporting] of technical) depend(dependent, supporting);
}
