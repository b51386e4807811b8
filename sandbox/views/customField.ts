import { fieldsOf } from '../incidents/customFields';
import type { CustomField, FieldValue, IncidentTypeField, ServiceFieldValue } from '../world/customFields';
import type { Incident } from '../world/entities';
import type { World } from '../world/world';
import { apiUrl } from './reference';

const common = (field: CustomField) => ({
	id: field.id,
	name: field.name,
	display_name: field.displayName,
	description: field.description,
	data_type: field.dataType,
	field_type: field.fieldType,
});

/** A field of an incident type; `include` may ask for its field_options. */
export const incidentTypeFieldView = (field: IncidentTypeField, include: ReadonlySet<string>) => ({
	...common(field),
	type: 'field',
	summary: field.name,
	self: apiUrl(`/incidents/types/${field.typeId}/custom_fields/${field.id}`),
	enabled: true,
	incident_type: field.typeId,
	created_at: field.createdAt,
	updated_at: field.createdAt,
	...(include.has('field_options') && field.fieldType.endsWith('_fixed')
		? { field_options: field.options.map((option) => optionView(field, option)) }
		: {}),
});

const optionView = ({ createdAt }: IncidentTypeField, { id, value }: { id: string; value: string }) => ({
	id,
	type: 'field_option',
	data: { data_type: 'string', value },
	created_at: createdAt,
	updated_at: createdAt,
});

export const serviceFieldValueView = (field: ServiceFieldValue) => fieldValueView(field, field.value);

/** All fields that an incident has, with what stands in them. */
export const customFieldsView = (world: World, incident: Incident) =>
	fieldsOf(world, incident).map((field) => fieldValueView(field, incident.customFields?.[field.id] ?? null));

const fieldValueView = (field: CustomField, value: FieldValue | null) => ({
	...common(field),
	type: 'field_value',
	value,
});
