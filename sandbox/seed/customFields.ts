import { IdSequence } from '../world/ids';
import type { World } from '../world/world';

const fields = [
	{ name: 'environment', displayName: 'Environment', description: 'Where it happened', dataType: 'string' },
	{
		name: 'customers_affected',
		displayName: 'Customers Affected',
		description: 'How many customers notice it',
		dataType: 'integer',
	},
] as const;

/** Custom fields of incidents, and a value on each that is open. IDs are of a row of their own. */
export function seedCustomFields(world: World): void {
	const ids = new IdSequence(20260903);
	for (const field of fields) {
		const id = ids.short();
		world.customFields.set(id, { id, ...field, fieldType: 'single_value' });
	}
	const [environment] = world.customFields.keys();
	for (const incident of world.incidents.values())
		if (environment && incident.status !== 'resolved')
			incident.customFields = { [environment]: 'production' };
}
