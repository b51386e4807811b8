import { NodeOperationError } from 'n8n-workflow';

import { listOf } from '../fields/list';
import type { WatchHost } from './host';

/** What one subscription watches. PagerDuty allows one filter a subscription. */
export interface Wanted {
	/** The same for the same filter, so that a subscription is found again: `account`, `service:PABC123`, `team:PABC123`. */
	readonly key: string;
	readonly filter: { type: 'account_reference' | 'service_reference' | 'team_reference'; id?: string };
}

/** @throws NodeOperationError when services or teams are to be watched, and none is chosen */
export function wantedOf(host: WatchHost): Wanted[] {
	switch (host.getNodeParameter('scope', 'account')) {
		case 'service':
			return chosen(host, 'service', 'serviceIds');
		case 'team':
			return chosen(host, 'team', 'teamIds');
		default:
			return [{ key: 'account', filter: { type: 'account_reference' } }];
	}
}

function chosen(host: WatchHost, kind: 'service' | 'team', parameter: string): Wanted[] {
	const ids = listOf(host.getNodeParameter(parameter, []));
	if (ids.length === 0) {
		throw new NodeOperationError(host.getNode(), `No ${kind} is chosen`, {
			description: `Choose at least one ${kind}, or set "Scope" to "Whole Account".`,
		});
	}
	return ids.map((id) => ({ key: `${kind}:${id}`, filter: { type: `${kind}_reference`, id } }));
}
