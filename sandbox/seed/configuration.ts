import { IdSequence } from '../world/ids';
import type { CustomField } from '../world/customFields';
import { timestamp, type World } from '../world/world';
import { named } from './named';

const hour = 3_600_000;

const text = { description: null, dataType: 'string', fieldType: 'single_value' } as const;
const incidentTypeFields: Array<Omit<CustomField, 'id'> & { type: string; options?: string[] }> = [
	{ ...text, type: 'major_incident', name: 'incident_commander', displayName: 'Incident Commander' },
	{
		...text,
		type: 'major_incident',
		name: 'customer_impact',
		displayName: 'Customer Impact',
		description: 'How many customers notice',
		fieldType: 'single_value_fixed',
		options: ['none', 'some', 'all'],
	},
	{
		...text,
		type: 'security_incident',
		name: 'data_exposed',
		displayName: 'Data Exposed',
		dataType: 'boolean',
	},
	{ ...text, type: 'security_incident', name: 'ticket', displayName: 'Ticket', dataType: 'url' },
	{
		...text,
		type: 'security_incident',
		name: 'detected_at',
		displayName: 'Detected At',
		dataType: 'datetime',
	},
	{
		...text,
		type: 'security_incident',
		name: 'regions',
		displayName: 'Regions',
		description: 'Where the data was',
		fieldType: 'multi_value_fixed',
		options: ['eu', 'us', 'apac'],
	},
];

/** Fields of incident types and services, tags, and two maintenance windows. Their IDs are of a row of their own. */
export function seedConfiguration(world: World): void {
	const ids = new IdSequence(20260904);
	const now = world.clock.now().getTime();
	const at = (hours: number) => timestamp(new Date(now + hours * hour));
	for (const name of ['EMEA', 'Follow the Sun', 'Payments']) {
		const id = ids.short();
		world.tags.set(id, { id, name });
	}
	for (const { type, options = [], ...field } of incidentTypeFields) {
		const id = ids.short();
		const typeId = named(world.incidentTypes, type).id;
		const choices = options.map((value) => ({ id: ids.short(), value }));
		world.incidentTypeFields.set(id, { id, ...field, typeId, createdAt: at(-24 * 90), options: choices });
	}
	const [environment, tier] = [ids.short(), ids.short()];
	for (const { id, urgency } of world.services.values())
		world.serviceFieldValues.set(id, [
			{ ...text, id: environment, name: 'environment', displayName: 'Environment', value: 'production' },
			{ ...text, id: tier, name: 'tier', displayName: 'Tier', value: urgency === 'high' ? 'gold' : 'silver' },
		]);
	const wiki = named(world.services, 'Internal Wiki').id;
	const creatorId = [...world.users.keys()][8] ?? '';
	for (const [description, from] of [
		['Move to the new search', -240],
		['Upgrade of the database', 72],
	] as const) {
		const window = { id: ids.short(), number: world.maintenanceWindows.size + 1, description, creatorId };
		const [start, end] = [at(from), at(from + 2)];
		world.maintenanceWindows.set(window.id, { ...window, start, end, serviceIds: [wiki] });
	}
}
