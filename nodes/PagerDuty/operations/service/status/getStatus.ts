import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { nowOf } from '../../../api/clock';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { one } from '../../../api/shape';
import { together } from '../../../api/together';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { serviceId } from '../../../fields/objects/service';
import { parallelRequests } from '../../../fields/parallelRequests';
import { simplify } from '../../../fields/simplify';
import { countIncidents } from '../../incident/count/countIncidents';
import { maintenanceWindow } from '../../maintenanceWindow/resource';
import { askOnCalls } from '../../onCall/current/askOnCalls';
import { levelsOf, simpleLevel } from '../../onCall/current/levels';
import { service } from '../resource';
import { hasBegun, maintenanceOf } from './maintenance';

/**
 * operationId getService, listIncidents, listMaintenanceWindows, getEscalationPolicy, listOnCalls · only who is on call
 * waits for the service, so that it takes two round trips. Any request that fails is the operation's error.
 */
export const getStatus = defineOperation({
	of: service,
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get the status of a service',
		description:
			'Get the state of a service right now: its status, how many incidents of high and low urgency are open, maintenance now or next, and who is on call, level by level',
	},
	fields: [serviceId, simplify, options(parallelRequests)],
	scopes: ['services.read', 'incidents.read', 'oncalls.read', 'escalation_policies.read'],
	simple: ['service', 'status', 'open_incidents', 'ongoing_maintenance', 'next_maintenance', 'on_call'],
	parts: {
		service: service.simple,
		ongoing_maintenance: maintenanceWindow.simple,
		next_maintenance: maintenanceWindow.simple,
		on_call: simpleLevel,
	},
	run: async (api, { serviceId }) => {
		const asked = one(api, get(path`/services/${serviceId}`), 'service');
		const [found, high, low, windows, levels] = await together([
			asked,
			openIncidents(api, serviceId, 'high'),
			openIncidents(api, serviceId, 'low'),
			maintenanceOf(api, serviceId),
			asked.then(async (found) => await onCallFor(api, found)),
		]);
		const now = nowOf(api);
		return {
			service: found,
			status: found.status ?? null,
			open_incidents: { high, low, total: high + low },
			ongoing_maintenance: windows.filter((window) => hasBegun(window, now)),
			next_maintenance: windows.find((window) => !hasBegun(window, now)) ?? null,
			on_call: levels,
		};
	},
});

async function openIncidents(api: Api, serviceId: string, urgency: string): Promise<number> {
	const statuses = ['triggered', 'acknowledged'];
	const query = { serviceIds: [serviceId], statuses, urgencies: [urgency], dateRange: 'all' };
	return (await countIncidents(api, query)).count;
}

async function onCallFor(api: Api, { escalation_policy: policy }: IDataObject): Promise<IDataObject[]> {
	if (!isObject(policy)) return [];
	return levelsOf(
		await askOnCalls(api, { onCallOf: 'escalationPolicy', escalationPolicyId: String(policy.id) }),
	);
}
