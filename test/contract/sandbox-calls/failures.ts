import { sandboxKeys } from '../../../sandbox';
import { bulk, change, type Ids, incident, reference, type Step, subscription, team } from './bodies';

/** Calls that must fail, and how. */
export const failures: Record<string, (ids: Ids) => Step[]> = {
	'401 for a bad key': () =>
		[
			'/incidents',
			'/services',
			'/users',
			'/users/me',
			'/teams',
			'/webhook_subscriptions',
			'/log_entries',
		].map((path) => ['GET', path, 401, { key: 'nonsense' }]),
	'403 for a read-only key': (ids) => [
		['POST', '/incidents', 403, { key: sandboxKeys.readOnly, body: incident(ids) }],
		['PUT', `/incidents/${ids.open}`, 403, { key: sandboxKeys.readOnly, body: change({ title: 'x' }) }],
		['DELETE', `/webhook_subscriptions/${ids.subscription}`, 403, { key: sandboxKeys.readOnly }],
	],
	'402 for what the plan does not have': () => [['GET', '/abilities/sso', 402]],
	'404 for what is not there': () =>
		[
			...['/incidents/QNOWHERE', '/incidents/QNOWHERE/notes', '/incidents/QNOWHERE/log_entries'],
			...[
				'/abilities/flying',
				'/log_entries/RNOWHERE',
				'/services/PNOWHERE',
				'/users/PNOWHERE',
				'/teams/PNOWHERE',
			],
			...['/escalation_policies/PNOWHERE', '/schedules/PNOWHERE', '/webhook_subscriptions/PNOWHERE'],
		].map((path) => ['GET', path, 404]),
	'400 for wrong input': (ids) => [
		['GET', '/incidents?colour=red', 400],
		['GET', '/incidents?offset=9999&limit=100', 400],
		['GET', '/incidents?since=2020-01-01&until=2026-01-01', 400],
		['GET', '/users/me', 400],
		['POST', '/incidents', 400, { from: null, body: incident(ids) }],
		['POST', '/incidents', 400, { body: incident(ids, { service: reference('service', 'PNOWHERE') }) }],
		['PUT', '/incidents', 400, { body: bulk({ id: ids.resolved, status: 'resolved' }) }],
		['PUT', `/incidents/${ids.resolved}`, 400, { body: change({ status: 'resolved' }) }],
		['POST', `/incidents/${ids.open}/notes`, 400, { body: { note: {} } }],
		['POST', '/webhook_subscriptions', 400, { body: subscription({ events: [] }) }],
		['POST', '/teams', 400, { body: team('Platform') }],
		['DELETE', `/teams/${ids.team}`, 400],
	],
	'413 for too many': (ids) => [
		['PUT', '/incidents', 413, { body: bulk(...Array.from({ length: 251 }, () => ({ id: ids.open }))) }],
	],
};
