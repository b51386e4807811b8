/**
 * What n8n's editor and server keep under these names beside the fields of a form. The editor of n8n 2.41, for one, writes
 * `scopes` and `homeProject` of its own into the data of every credential that a person makes.
 */
const reserved = {
	credentials: [
		'allowedDomains',
		'allowedHttpRequestDomains',
		'createdAt',
		'currentUserHasAccess',
		'data',
		'homeProject',
		'id',
		'isGlobal',
		'isManaged',
		'isResolvable',
		'name',
		'nodesAccess',
		'oauthTokenData',
		'ownedBy',
		'resolverId',
		'scopes',
		'serverUrl',
		'sharedWith',
		'sharedWithProjects',
		'type',
		'updatedAt',
		'usageScope',
		'useDynamicClientRegistration',
	],
	// Those of a tool are added to the form by n8n.
	node: ['credentials', 'descriptionType', 'nodeCredentialType', 'requestOptions', 'toolDescription'],
};

export const reservedNames = Object.entries(reserved).flatMap(([kind, names]) =>
	names.map((name) => ({ kind, name })),
);

/** The names of all fields of a node or credential, those in collections included. */
export function fieldsOf(type: object): string[] {
	const properties: unknown =
		Reflect.get(type, 'properties') ?? Reflect.get(Object(Reflect.get(type, 'description')), 'properties');
	return namesIn(properties);
}

function namesIn(fields: unknown): string[] {
	if (!Array.isArray(fields)) return [];
	return fields.flatMap((field: object) =>
		'displayName' in field && 'name' in field
			? [
					String(field.name),
					...namesIn(Reflect.get(field, 'options')),
					...namesIn(Reflect.get(field, 'values')),
				]
			: [],
	);
}
