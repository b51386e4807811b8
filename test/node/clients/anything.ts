import type { IDataObject, INode } from 'n8n-workflow';

import { byId } from '../pagerDutyNode';
import type { Received, Reply } from '../pagerDutyServer';

/** What any request may be answered with. */
export function anything({ body, path }: Received): Reply {
	const object = { id: path.split('/')[2] ?? 'PNEW001', email: 'of-the-key@example.com' };
	const names = ['incident', 'note', 'log_entry', 'service', 'user'];
	const changed = (body.incidents ?? []) as IDataObject[];
	return {
		body: {
			...Object.fromEntries(names.map((name) => [name, object])),
			...{
				incidents: changed.map(({ id }) => ({ id })),
				notes: [],
				log_entries: [],
				services: [],
				more: false,
			},
		},
	};
}

/** A credential whose key comes from the item, and nothing else. */
export const keys = { region: 'us', apiToken: '={{ $json.key }}', fromEmail: 'ada@example.com' };

export const incidentId = byId('={{ $json.id }}');

export const keysOf = (requests: readonly Received[]) => requests.map(({ headers }) => headers.authorization);

/** n8n runs the node again when it failed. */
export const again: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
