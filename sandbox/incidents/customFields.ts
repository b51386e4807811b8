import { invalidInput } from '../errors';
import type { Agent, Incident } from '../world/entities';
import type { CustomField, FieldValue, IncidentTypeField } from '../world/customFields';
import type { World } from '../world/world';
import { writeLog } from './log';

/** The type that all others are made of: what it has, they have as well. */
const baseType = 'incident_default';

/** The fields that an incident has: those of the base type, then those of its own type. */
export function fieldsOf(world: World, { incidentType }: Incident): IncidentTypeField[] {
	const named = (name: string) =>
		[...world.incidentTypeFields.values()].filter(
			({ typeId }) => world.incidentTypes.get(typeId)?.name === name,
		);
	return [...named(baseType), ...(incidentType === baseType ? [] : named(incidentType))];
}

/** What is to stand in a field, which is named by its ID or its name. Null empties it. */
export interface SentValue {
	id?: string;
	name?: string;
	value?: unknown;
}

/**
 * Puts values into fields of an incident: all of them, or none.
 *
 * @returns the fields that have another value now, each with the one before
 * @throws 400 for a field that the incident does not have, and for what the field does not take
 */
export function setCustomFields(
	world: World,
	incident: Incident,
	sent: readonly SentValue[],
	agent: Agent,
): Array<{ field: CustomField; old: FieldValue | null }> {
	const fields = fieldsOf(world, incident);
	const wanted = sent.map(({ id, name, value }) => {
		const field = fields.find((each) => (id === undefined ? each.name === name : each.id === id));
		if (!field) throw invalidInput(`Custom field not found: ${id ?? name ?? ''}`);
		return { field, value: valueFor(field, value) };
	});
	const held = incident.customFields ?? {};
	const changed = wanted
		.map(({ field, value }) => ({ field, value, old: held[field.id] ?? null }))
		.filter(({ value, old }) => JSON.stringify(value) !== JSON.stringify(old));
	if (changed.length === 0) return [];
	const values = new Map(Object.entries(held));
	for (const { field, value } of changed)
		if (value === null) values.delete(field.id);
		else values.set(field.id, value);
	incident.customFields = Object.fromEntries(values);
	incident.updatedAt = world.now();
	const changeset = changed.map(({ field, value }) => `Updated ${field.name} to ${inWords(value)}`);
	writeLog(world, incident, 'custom_field_value_change', agent, { changeset });
	return changed;
}

/** As in PagerDuty's API reference: `Updated serial_number to 123`, `Updated affected_room to ["Queen West"]`. */
const inWords = (value: FieldValue | null) => (typeof value === 'string' ? value : JSON.stringify(value));

const longest = 200;
const most = 10;

/** @throws 400 for what the field does not take */
function valueFor(field: IncidentTypeField, value: unknown): FieldValue | null {
	if (value === null || value === undefined) return null;
	if (!field.fieldType.startsWith('multi_')) return singleFor(field, value);
	if (!Array.isArray(value) || value.length > most || new Set(value).size < value.length)
		throw invalidInput(`${field.name} must be a list of up to ${most} values, none of them twice`);
	return value.map((each) => String(singleFor(field, each)));
}

function singleFor({ name, dataType, fieldType, options }: IncidentTypeField, value: unknown) {
	const choices = options.map((option) => option.value);
	if (!isOf(dataType, value)) throw invalidInput(`${name} must be of type ${dataType}`);
	if (typeof value === 'string' && value.length > longest)
		throw invalidInput(`${name} must have at most ${longest} characters`);
	if (fieldType.endsWith('_fixed') && !choices.includes(String(value)))
		throw invalidInput(`${name} must be one of ${choices.join(', ')}`);
	return value;
}

function isOf(dataType: CustomField['dataType'], value: unknown): value is string | number | boolean {
	switch (dataType) {
		case 'boolean':
			return typeof value === 'boolean';
		case 'integer':
			return Number.isInteger(value);
		case 'float':
			return typeof value === 'number';
		case 'datetime':
			return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
		case 'url':
			return typeof value === 'string' && URL.canParse(value);
		case 'string':
			return typeof value === 'string';
	}
}
