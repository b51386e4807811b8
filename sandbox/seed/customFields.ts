import { IdSequence } from '../world/ids';
import { timestamp, type World } from '../world/world';

const common = { fieldType: 'single_value', options: [] as Array<{ id: string; value: string }> } as const;

const fields = [
	{ name: 'environment', displayName: 'Environment', description: 'Where it happened', dataType: 'string' },
	{
		name: 'customers_affected',
		displayName: 'Customers Affected',
		description: 'How many customers notice it',
		dataType: 'integer',
	},
] as const;

const ageInDays = 90;

/** Fields that all incidents have, and a value on each that is open. IDs are of a row of their own. */
export function seedCustomFields(world: World): void {
	const ids = new IdSequence(20260903);
	const [base] = world.incidentTypes.values();
	const createdAt = timestamp(new Date(world.clock.now().getTime() - ageInDays * 86_400_000));
	const [environment] = fields.map((field) => {
		const id = ids.short();
		world.incidentTypeFields.set(id, { ...field, ...common, id, typeId: base?.id ?? '', createdAt });
		return id;
	});
	for (const incident of world.incidents.values())
		if (environment && incident.status !== 'resolved')
			incident.customFields = { [environment]: 'production' };
}
