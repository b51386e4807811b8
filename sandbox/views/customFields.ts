import type { Incident } from '../world/entities';
import type { World } from '../world/world';

/** All custom fields of the account with the values that an incident has. */
export const customFieldsView = (world: World, { customFields = {} }: Incident) =>
	[...world.customFields.values()].map((field) => ({
		id: field.id,
		type: 'field_value',
		name: field.name,
		display_name: field.displayName,
		description: field.description,
		data_type: field.dataType,
		field_type: field.fieldType,
		value: customFields[field.id] ?? null,
	}));
