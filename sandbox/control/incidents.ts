import type { Account } from '../account';
import { incidentNotFound, notFound } from '../errors';
import { reply, requestResponders } from '../incidents/responderRequests';
import { addAlert, type NewAlert } from '../incidents/alerts';
import { applyChange, checkChange } from '../incidents/change';
import { automatic, type LogDetails, throughWebsite, writeLog } from '../incidents/log';
import { addNote } from '../incidents/note';
import { type NewIncident, openIncident } from '../incidents/open';
import type { Doer, IncidentChange } from '../incidents/step';
import type { Alert } from '../world/alerts';
import type { Agent, Incident, LogEntryKind, Note } from '../world/entities';
import { timestamp, type World } from '../world/world';

export type TriggerOptions = Partial<Omit<NewIncident, 'agent' | 'channel' | 'at'>>;

/** What happened to an incident, and who did it; its service, where no user is named. */
export type PastEntry = LogDetails & { kind: LogEntryKind; at: string; userId?: string };

/** An incident as it is now, and what its log tells besides its opening, oldest first. */
export type IncidentWithLog = Partial<Incident> & { past?: readonly PastEntry[] };

/** What incidents of `addIncidents` have instead of the ordinary, all alike or one by one. */
export type Overrides = IncidentWithLog | ((index: number) => IncidentWithLog);

const titles = [
	'Checkout latency above 3 s (p95)',
	'Error rate above 5 % on POST /orders',
	'Queue of unshipped orders is growing',
	'Database replica is 10 minutes behind',
	'Certificate of the shop expires tomorrow',
];

function incidentOf({ world }: Account, id: string): Incident {
	const incident = world.incidentByIdOrNumber(id);
	if (!incident) throw incidentNotFound();
	return incident;
}

/** Whoever would act on the website: the user named, the assignee, or the first user there is. */
function doerOf({ world }: Account, incident: Incident | undefined, userId: string | undefined): Doer {
	const id = userId ?? incident?.assignments[0]?.userId ?? [...world.users.keys()][0];
	if (id === undefined || !world.users.has(id)) throw new Error(`No user ${id ?? ''}`);
	return { userId: id, channel: throughWebsite };
}

export function trigger(account: Account, start: TriggerOptions = {}): Incident {
	const { world, publisher } = account;
	const serviceId = start.serviceId ?? [...world.services.keys()][0];
	if (serviceId === undefined || !world.services.has(serviceId))
		throw new Error(`No service ${serviceId ?? ''}`);
	const agent = { type: 'user', id: doerOf(account, undefined, undefined).userId } as const;
	const title = start.title ?? titles[world.incidents.size % titles.length] ?? 'Incident';
	const incident = openIncident(world, { ...start, title, serviceId, agent, channel: throughWebsite });
	publisher.incident('incident.triggered', incident, agent);
	account.changed();
	return incident;
}

export function change(account: Account, id: string, wanted: IncidentChange, userId?: string): Incident {
	const { world, publisher } = account;
	const incident = incidentOf(account, id);
	const doer = doerOf(account, incident, userId);
	checkChange(world, incident, wanted, doer);
	applyChange(world, incident, wanted, doer, publisher.incident.bind(publisher));
	account.changed();
	return incident;
}

export function note(account: Account, id: string, text: string, userId?: string, at?: string): Note {
	const incident = incidentOf(account, id);
	const added = addNote(account.world, incident, { ...doerOf(account, incident, userId), at }, text);
	account.publisher.annotated(incident, added);
	account.changed();
	return added;
}

export function alert(account: Account, id: string, start: NewAlert): Alert {
	const { world } = account;
	const incident = incidentOf(account, id);
	const channel = { type: 'api', summary: start.summary, details: start.details ?? {} };
	const entry = writeLog(
		world,
		incident,
		'trigger',
		{ type: 'service', id: incident.serviceId },
		{ channel },
	);
	const added = addAlert(world, incident, start, entry.id, entry.createdAt);
	account.changed();
	return added;
}

/** Asks users to help; webhooks are told. */
export function requestHelp(
	account: Account,
	id: string,
	userId: string,
	message: string,
	userIds: string[],
) {
	const incident = incidentOf(account, id);
	const targets = userIds.map((asked) => ({ type: 'user' as const, id: asked }));
	const request = requestResponders(account.world, incident, userId, message, targets);
	account.publisher.respondersAdded(incident, request);
	account.changed();
}

/** @throws 404 where nobody waits for this user */
export function replyToRequest(
	account: Account,
	id: string,
	userId: string,
	state: 'joined' | 'declined',
): void {
	const incident = incidentOf(account, id);
	const request = reply(account.world, incident, userId, state);
	if (!request) throw notFound();
	account.publisher.responderReplied(incident, request, { userId, state, updatedAt: account.world.now() });
	account.changed();
}

/** `count` incidents over the services in turn, one minute apart, the last one now. */
export function addIncidents(account: Account, count: number, overrides: Overrides = {}): Incident[] {
	const { world } = account;
	const services = [...world.services.keys()];
	const now = world.clock.now().getTime();
	const added: Incident[] = [];
	for (let index = 0; index < count; index++) {
		const changes = typeof overrides === 'function' ? overrides(index) : overrides;
		const serviceId = changes.serviceId ?? services[index % services.length];
		if (serviceId === undefined) throw new Error('There is no service');
		const incident = openIncident(world, {
			title: `Synthetic incident ${index + 1} of ${count}`,
			serviceId,
			agent: { type: 'service', id: serviceId },
			at: changes.createdAt ?? timestamp(new Date(now - (count - 1 - index) * 60_000)),
		});
		const { id, number, past = [], ...fields } = changes;
		Object.assign(incident, fields);
		if (incident.status === 'resolved') {
			incident.resolvedAt ??= incident.createdAt;
			incident.assignments = [];
		}
		for (const entry of past) writePast(world, incident, entry);
		added.push(incident);
	}
	account.changed();
	return added;
}

function writePast(world: World, incident: Incident, { kind, userId, ...more }: PastEntry): void {
	const agent: Agent =
		userId === undefined ? { type: 'service', id: incident.serviceId } : { type: 'user', id: userId };
	writeLog(world, incident, kind, agent, { ...more, channel: automatic });
}
