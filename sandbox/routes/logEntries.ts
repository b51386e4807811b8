import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { Selections } from '../http/selections';
import { inTimeZone, timeZone } from '../http/timeZone';
import { incidentView } from '../views/incident';
import { logEntryView } from '../views/logEntry';
import { held } from '../views/reference';
import type { LogEntry } from '../world/entities';
import type { World } from '../world/world';
import { dateOf } from './incidentQuery';
import { incidentOf } from './incidents';

const rendering = {
	time_zone: timeZone,
	'include[]': oneOfMany(['incidents', 'services', 'channels', 'teams']),
};
const ofIncident = z
	.object({
		...pagingQuery,
		...rendering,
		since: z.string().optional(),
		until: z.string().optional(),
		is_overview: z.enum(['true', 'false']).optional(),
	})
	.strict();
const ofAccount = ofIncident.extend({ 'team_ids[]': list });

/** PagerDuty's document knows changes of fields only in the log of one incident. */
const fieldChanges = ['field_value_change', 'custom_field_value_change'];

/** An overview leaves out notes and changes of single fields. */
const detailKinds = ['annotate', ...fieldChanges];

/** Newest first, as PagerDuty lists them. */
function select(entries: LogEntry[], query: z.output<typeof ofIncident>): LogEntry[] {
	const since = dateOf('since', query.since, query.time_zone)?.getTime() ?? -Infinity;
	const until = dateOf('until', query.until, query.time_zone)?.getTime() ?? Infinity;
	return entries
		.map((entry, index) => ({ entry, index, at: Date.parse(entry.createdAt) }))
		.filter(({ at }) => at >= since && at < until)
		.filter(({ entry }) => query.is_overview !== 'true' || !detailKinds.includes(entry.kind))
		.sort((a, b) => b.at - a.at || b.index - a.index)
		.map(({ entry }) => entry);
}

function view(world: World, entry: LogEntry, include: string[]) {
	const incident = held(world.incidents, entry.incidentId);
	const shown = logEntryView(world, incident, entry, new Set(include));
	return include.includes('incidents') ? { ...shown, incident: incidentView(world, incident) } : shown;
}

/** operationId listLogEntries, getLogEntry, listIncidentLogEntries */
export function addLogEntryRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const selections = new Selections<LogEntry>(account);
	const answerPage = (
		query: z.output<typeof ofIncident>,
		whose: { incidentId?: string; teams?: string[] },
		all: () => LogEntry[],
	) => {
		const { since, until, time_zone, is_overview } = query;
		const asked = { since, until, time_zone, is_overview, ...whose };
		const found = selections.of(asked, () => select(all(), query));
		const one = (entry: LogEntry) => view(world, entry, query['include[]']);
		return inTimeZone(page('log_entries', found, query, one), time_zone);
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/log_entries',
		scope: 'incidents.read',
		query: ofIncident,
		answer: ({ params, query }) => {
			const incidentId = incidentOf(world, params.id).id;
			return answerPage(query, { incidentId }, () => world.logEntries.get(incidentId) ?? []);
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/log_entries',
		scope: 'incidents.read',
		query: ofAccount,
		answer: ({ query }) => {
			const teams = query['team_ids[]'];
			const ofTeam = (entry: LogEntry) =>
				teams.length === 0 ||
				world.teamIdsOf(held(world.incidents, entry.incidentId)).some((id) => teams.includes(id));
			const inAccountLog = (entry: LogEntry) => !fieldChanges.includes(entry.kind) && ofTeam(entry);
			return answerPage(query, { teams }, () => [...world.logEntries.values()].flat().filter(inAccountLog));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/log_entries/:id',
		scope: 'incidents.read',
		query: z.object(rendering).strict(),
		answer: ({ params, query }) => {
			const found = [...world.logEntries.values()].flat().find(({ id }) => id === params.id);
			if (!found) throw notFound();
			return inTimeZone({ log_entry: view(world, found, query['include[]']) }, query.time_zone);
		},
	});
}
