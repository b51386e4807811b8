import { alreadyAcknowledged, alreadyResolved, invalidInput } from '../errors';
import type {
	Agent,
	ConferenceBridge,
	Incident,
	IncidentStatus,
	LogEntry,
	LogEntryKind,
	Urgency,
} from '../world/entities';
import type { World } from '../world/world';
import { changeFields } from './changeFields';
import { changeRouting } from './changeRouting';
import { changeStatus } from './changeStatus';
import { type Channel, writeLog } from './log';

/** What a PUT may change. Ids are those of records that exist. */
export interface IncidentChange {
	status?: IncidentStatus;
	resolution?: string;
	title?: string;
	urgency?: Urgency;
	/** Null takes it away. */
	priorityId?: string | null;
	escalationLevel?: number;
	policyId?: string;
	assigneeIds?: string[];
	incidentType?: string;
	conferenceBridge?: ConferenceBridge;
	serviceId?: string;
}

/** Tells the webhooks of one thing that happened to an incident. */
export type Announce = (eventType: string, incident: Incident, agent: Agent) => void;

/** Who changes something, and how. */
export interface Doer {
	userId: string;
	channel?: Channel;
	/** ISO 8601; now by default. */
	at?: string;
}

/**
 * Refuses what PagerDuty refuses, before anything is changed: so a bulk change is all or nothing.
 * @throws 1001 for resolving (or reassigning, escalating, re-rating) a resolved incident,
 * 1002 for acknowledging twice as the same user, 2001 for a level the policy does not have.
 */
export function checkChange(world: World, incident: Incident, change: IncidentChange, doer: Doer): void {
	const routing = [
		change.escalationLevel,
		change.policyId,
		change.assigneeIds,
		change.urgency,
		change.serviceId,
	];
	if (incident.status === 'resolved') {
		const reopens = change.status === 'triggered' || change.status === 'acknowledged';
		if (change.status === 'resolved') throw alreadyResolved();
		if (!reopens && routing.some((value) => value !== undefined)) throw alreadyResolved();
	}
	const mine = incident.acknowledgements.some(({ userId }) => userId === doer.userId);
	if (change.status === 'acknowledged' && incident.status === 'acknowledged' && mine)
		throw alreadyAcknowledged();
	if (change.escalationLevel !== undefined) {
		const levels = world.policies.get(change.policyId ?? incident.policyId)?.rules.length ?? 0;
		if (change.escalationLevel > levels)
			throw invalidInput(`Escalation level must be between 1 and ${levels}`);
	}
}

/** One change under way: what the parts of it need to know. */
export interface Step {
	world: World;
	incident: Incident;
	change: IncidentChange;
	agent: Agent;
	at: string;
	/** Writes a log entry of this agent. */
	log: (kind: LogEntryKind, more?: Pick<LogEntry, 'note' | 'assigneeIds' | 'changeset'>) => void;
	/** Tells webhooks: `escalated` is sent as `incident.escalated`. */
	tell: (eventType: string) => void;
}

/** Makes a checked change: state, one log entry and one announcement for each thing that changed. */
export function applyChange(
	world: World,
	incident: Incident,
	change: IncidentChange,
	doer: Doer,
	announce: Announce,
): void {
	const at = doer.at ?? world.now();
	const agent: Agent = { type: 'user', id: doer.userId };
	const before = JSON.stringify(incident);
	const step: Step = {
		world,
		incident,
		change,
		agent,
		at,
		log: (kind, more) => writeLog(world, incident, kind, agent, { at, channel: doer.channel, ...more }),
		tell: (eventType) => announce(`incident.${eventType}`, incident, agent),
	};
	changeFields(step);
	changeStatus(step);
	changeRouting(step);
	if (JSON.stringify(incident) !== before) incident.updatedAt = at;
}
