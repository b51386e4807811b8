import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound, tooMany } from '../errors';
import { oneOfMany, reference } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { changeAlert, checkAlertChange, type AlertChange } from '../incidents/changeAlert';
import { alertView } from '../views/alert';
import type { Alert } from '../world/alerts';
import type { World } from '../world/world';
import { incidentOf } from './incidents';

/** Alerts that one PUT may change. */
const bulkLimit = 250;

const order = z.enum([
	'created_at',
	'created_at:asc',
	'created_at:desc',
	'resolved_at',
	'resolved_at:asc',
	'resolved_at:desc',
]);
const listQuery = z
	.object({
		...pagingQuery,
		alert_key: z.string().optional(),
		'statuses[]': oneOfMany(['triggered', 'resolved']),
		'include[]': oneOfMany(['services', 'first_trigger_log_entries', 'incidents']),
		sort_by: order.optional(),
	})
	.strict();

const change = {
	type: z.literal('alert').optional(),
	status: z.enum(['resolved', 'triggered']).optional(),
	incident: reference('incident_reference').optional(),
};
const one = z.object({ alert: z.object(change).strict() }).strict();
const many = z.object({ alerts: z.array(z.object({ ...change, id: z.string() }).strict()).min(1) }).strict();

function sorted(alerts: readonly Alert[], sortBy = 'created_at'): Alert[] {
	const [by, direction] = sortBy.split(':');
	const time = ({ createdAt, resolvedAt }: Alert) =>
		by === 'created_at' ? Date.parse(createdAt) : resolvedAt === null ? Infinity : Date.parse(resolvedAt);
	const ascending = [...alerts].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
	return direction === 'desc' ? ascending.reverse() : ascending;
}

/** @throws 404 */
function alertOf(world: World, { id, alertId }: Record<string, string>): Alert {
	const alerts = world.alerts.get(incidentOf(world, id).id) ?? [];
	const found = alerts.find((alert) => alert.id === alertId);
	if (!found) throw notFound();
	return found;
}

/** What a body asks to change. @throws 400 for an incident that does not exist */
function changeOf(world: World, { status, incident }: z.output<typeof one>['alert']): AlertChange {
	const target = incident && world.incidents.get(incident.id);
	if (incident && !target) throw invalidInput(`Incident not found: ${incident.id}`);
	return { status, target };
}

/** operationId listIncidentAlerts, getIncidentAlert, updateIncidentAlert, updateIncidentAlerts */
export function addIncidentAlertRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/alerts',
		scope: 'incidents.read',
		query: listQuery,
		answer: ({ params, query }) => {
			const statuses: readonly string[] = query['statuses[]'];
			const found = (world.alerts.get(incidentOf(world, params.id).id) ?? []).filter(
				({ key, status }) =>
					(query.alert_key === undefined || key === query.alert_key) &&
					(statuses.length === 0 || statuses.includes(status)),
			);
			const include = new Set<string>(query['include[]']);
			return page('alerts', sorted(found, query.sort_by), query, (alert) => alertView(world, alert, include));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/alerts/:alertId',
		scope: 'incidents.read',
		answer: ({ params }) => ({ alert: alertView(world, alertOf(world, params)) }),
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/alerts/:alertId',
		scope: 'incidents.write',
		from: true,
		body: one,
		answer: ({ params, body, requesterId }) => {
			const alert = alertOf(world, params);
			const wanted = changeOf(world, body.alert);
			checkAlertChange(world, alert, wanted);
			changeAlert(account, alert, wanted, { type: 'user', id: requesterId });
			account.changed();
			return { alert: alertView(world, alert) };
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/alerts',
		scope: 'incidents.write',
		from: true,
		query: z.object(pagingQuery).strict(),
		body: many,
		answer: ({ params, query, body, requesterId }) => {
			if (body.alerts.length > bulkLimit) throw tooMany(bulkLimit, 'alerts');
			// All are looked up and checked before the first is changed: one bad ID and nothing happens.
			const planned = body.alerts.map(({ id, ...sent }) => {
				const alert = (world.alerts.get(incidentOf(world, params.id).id) ?? []).find(
					(each) => each.id === id,
				);
				if (!alert) throw invalidInput(`Alert not found: ${id}`);
				const wanted = changeOf(world, sent);
				checkAlertChange(world, alert, wanted);
				return { alert, wanted };
			});
			for (const { alert, wanted } of planned)
				changeAlert(account, alert, wanted, { type: 'user', id: requesterId });
			account.changed();
			const changed = planned.map(({ alert }) => alert);
			return page('alerts', changed, { limit: 100, ...query }, (alert) => alertView(world, alert));
		},
	});
}
