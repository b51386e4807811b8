import type {
	FieldType,
	IDataObject,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { isObject, rowsOf } from '../api/answer';
import { connect, type Api, type Authentication } from '../api/client';
import { ifRefused } from '../api/errors';
import { path } from '../api/path';
import { get } from '../api/request';
import { many, one } from '../api/shape';
import { together } from '../api/together';
import { heldBy, pickedIn } from './picked';

/** The type that all others are made of: what it has, they have as well. */
const baseType = 'incident_default';

/**
 * The custom fields that a form offers: of the picked incident, of the chosen incident type, or where neither is known of
 * all types.
 * operationId listIncidentTypeCustomFields, listIncidentTypes, getIncident
 */
export async function getIncidentCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const authentication = this.getNodeParameter('authentication', 'token') as Authentication;
	const api = await connect(this, authentication, [
		'custom_fields.read',
		'incident_types.read',
		'incidents.read',
	]);
	const type = (await typeOfIncident(this, api)) ?? chosenType(this);
	const types = type === undefined ? await everyType(api) : [...new Set([baseType, type])];
	const lists = await together(types.map(async (type) => await fieldsOf(api, type)));
	const columns = new Map(
		lists
			.flat()
			.filter(({ enabled }) => enabled !== false)
			.map((field) => [String(field.name), columnOf(field)]),
	);
	return { fields: [...columns.values()] };
}

/** A type that an account does not have has no fields. */
const fieldsOf = async (api: Api, type: string): Promise<IDataObject[]> =>
	await many(
		api,
		get(path`/incidents/types/${type}/custom_fields`, { include: ['field_options'] }),
		'fields',
	).catch(ifRefused([], '404'));

/** An expression has no item here to evaluate it for. */
const isKnown = (value: unknown): value is string =>
	typeof value === 'string' && value !== '' && !value.startsWith('=');

async function typeOfIncident(host: ILoadOptionsFunctions, api: Api): Promise<string | undefined> {
	const given = host.getCurrentNodeParameter('incidentId');
	const picked = isKnown(heldBy(given)) ? pickedIn({}, given) : undefined;
	if (typeof picked !== 'string') return undefined;
	// The editor asks with what an expression gives for the item it shows, which may be a sample.
	const { incident_type: type } = await one(api, get(path`/incidents/${picked}`), 'incident').catch(
		ifRefused<IDataObject>({}, '404'),
	);
	return isObject(type) && typeof type.name === 'string' ? type.name : undefined;
}

function chosenType(host: ILoadOptionsFunctions): string | undefined {
	const type = host.getCurrentNodeParameter('additionalFields.incidentType');
	return isKnown(type) ? type : undefined;
}

async function everyType(api: Api): Promise<string[]> {
	const types = await many(api, get(path`/incidents/types`, { filter: 'enabled' }), 'incident_types');
	return types.map(({ id, name }) => String(name ?? id));
}

const types: Record<string, FieldType> = {
	boolean: 'boolean',
	datetime: 'dateTime',
	float: 'number',
	integer: 'number',
};

function columnOf(field: IDataObject): ResourceMapperField {
	const choices = rowsOf(field, 'field_options').flatMap(({ data }) =>
		isObject(data) ? String(data.value) : [],
	);
	const name = String(field.display_name ?? field.name);
	const isMany = String(field.field_type).startsWith('multi_');
	const common = { id: String(field.name), required: false, defaultMatch: false, display: true };
	// n8n has no control for several choices: they are a list, and the label says which there are.
	if (isMany)
		return {
			...common,
			displayName: choices.length > 0 ? `${name} (${choices.join(', ')})` : name,
			type: 'array',
		};
	if (choices.length > 0)
		return {
			...common,
			displayName: name,
			type: 'options',
			options: choices.map((value) => ({ name: value, value })),
		};
	return { ...common, displayName: name, type: types[String(field.data_type)] ?? 'string' };
}
