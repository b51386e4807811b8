import { NodeOperationError } from 'n8n-workflow';

import { listOf } from '../../fields/list';
import type { TriggerHost } from '../host';

/** One subscription that the form asks for. PagerDuty allows one filter for each subscription. */
export interface DesiredSubscription {
	/** Names its filter in static data: `account`, `service:PABC123`, `team:PABC123`. */
	readonly key: string;
	readonly filter: { type: 'account_reference' | 'service_reference' | 'team_reference'; id?: string };
}

/** @throws NodeOperationError when the scope is services or teams, and none is chosen */
export function desiredSubscriptions(host: TriggerHost): DesiredSubscription[] {
	switch (host.getNodeParameter('scope', 'account')) {
		case 'service':
			return chosen(host, 'service', 'serviceIds');
		case 'team':
			return chosen(host, 'team', 'teamIds');
		default:
			return [{ key: 'account', filter: { type: 'account_reference' } }];
	}
}

function chosen(host: TriggerHost, kind: 'service' | 'team', parameter: string): DesiredSubscription[] {
	const ids = listOf(host.getNodeParameter(parameter, []));
	if (ids.length === 0) {
		throw new NodeOperationError(host.getNode(), `No ${kind} is chosen`, {
			description: `Choose at least one ${kind}, or set "Scope" to "Whole Account".`,
		});
	}
	return ids.map((id) => ({ key: `${kind}:${id}`, filter: { type: `${kind}_reference`, id } }));
}
