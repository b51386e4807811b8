import type {
	Agent,
	ConferenceBridge,
	Incident,
	IncidentStatus,
	LogEntryKind,
	Urgency,
} from '../world/entities';
import type { World } from '../world/world';
import { type Channel, type LogDetails, writeLog } from './log';

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

/** One change under way: what the parts of it need to know. */
export interface Step {
	world: World;
	incident: Incident;
	change: IncidentChange;
	agent: Agent;
	at: string;
	/** Writes a log entry of this agent. */
	log: (kind: LogEntryKind, more?: LogDetails) => void;
	/** Tells webhooks: `escalated` is sent as `incident.escalated`. */
	tell: (eventType: string) => void;
}

/** A change by somebody, now unless `at` says when. */
export const stepOf = (
	world: World,
	incident: Incident,
	agent: Agent,
	announce: Announce,
	{
		change = {},
		channel,
		at = world.now(),
	}: Omit<Partial<Doer>, 'userId'> & { change?: IncidentChange } = {},
): Step => ({
	world,
	incident,
	change,
	agent,
	at,
	log: (kind, more) => writeLog(world, incident, kind, agent, { at, channel, ...more }),
	tell: (eventType) => announce(`incident.${eventType}`, incident, agent),
});
