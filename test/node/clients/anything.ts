import type { IDataObject, INode } from 'n8n-workflow';

import { resources } from '../../../nodes/PagerDuty/operations';
import { byId } from '../pagerDutyNode';
import type { Received, Reply } from '../pagerDutyServer';

/** The properties under which answers hold an object, and those under which they hold rows. */
const shapes = resources.flatMap(({ one, list, operations }) => [
	{ one, list },
	...operations.map(({ answer }) => answer),
]);
const ones = shapes.flatMap((shape) => ('one' in shape ? shape.one : []));
const lists = shapes.flatMap((shape) => ('list' in shape ? shape.list : []));
const wholes = shapes.flatMap((shape) => ('whole' in shape ? shape.whole : []));
const each = (names: readonly string[], value: unknown) =>
	Object.fromEntries(names.map((name) => [name, value]));

/** What any request may be answered with. */
export function anything({ body, path }: Received): Reply {
	const object = { id: path.split('/')[2] ?? 'PNEW001', email: 'of-the-key@example.com' };
	const changed = (body.incidents ?? body.alerts ?? []) as IDataObject[];
	return {
		body: {
			...each(lists, []),
			...each(ones, object),
			...each(wholes, 'said'),
			// To be set, a field has to be there.
			custom_fields: [{ id: 'PFIELD', name: 'text', data_type: 'string', field_type: 'single_value' }],
			incidents: changed.map(({ id }) => ({ id })),
			alerts: changed.map(({ id }) => ({ id })),
			more: false,
			// Of the Events API.
			status: 'success',
		},
	};
}

/** A credential whose key comes from the item, and nothing else. */
export const keys = { region: 'us', apiToken: '={{ $json.key }}', fromEmail: 'ada@example.com' };

export const incidentId = byId('={{ $json.id }}');

export const keysOf = (requests: readonly Received[]) => requests.map(({ headers }) => headers.authorization);

/** The key that a request was signed with: in a header, or of the Events API in its body. */
export const keyOf = ({ headers, body }: Received) =>
	headers.authorization?.replace('Token token=', '') ?? body.routing_key;

/** n8n runs the node again when it failed. */
export const again: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
