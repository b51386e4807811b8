import { z } from 'zod';
import { invalidInput } from '../errors';
import { atMost, reference, typed } from '../http/input';
import type { IncidentChange } from '../incidents/step';
import type { World } from '../world/world';

const assignments = z.array(z.object({ assignee: reference('user_reference') }).strict());
const bridge = z
	.object({ conference_number: z.string(), conference_url: z.string().url() })
	.partial()
	.strict();
const incidentType = z.object({ id: z.string(), name: z.string() }).partial().strict();
const title = atMost(1024, z.string().trim().min(1, 'must not be empty'));
const urgency = z.enum(['high', 'low']);

/** Body of POST /incidents. */
export const createBody = z
	.object({
		incident: z
			.object({
				type: z.literal('incident'),
				title,
				service: reference('service_reference'),
				priority: reference('priority_reference').optional(),
				urgency: urgency.optional(),
				body: z
					.object({ type: z.literal('incident_body'), details: z.string() })
					.strict()
					.optional(),
				incident_key: atMost(255, z.string().min(1)).optional(),
				assignments: assignments.optional(),
				escalation_policy: reference('escalation_policy_reference').optional(),
				incident_type: incidentType.optional(),
				conference_bridge: bridge.optional(),
			})
			.strict(),
	})
	.strict();

const priority = z.union([
	z
		.object({ id: z.string(), type: z.enum(['priority', 'priority_reference']), name: z.string().optional() })
		.strict(),
	z.string(),
]);

const changes = {
	type: typed('incident'),
	status: z.enum(['triggered', 'acknowledged', 'resolved']).optional(),
	resolution: z.string().optional(),
	title: title.optional(),
	/** Null takes it away. */
	priority: priority.nullable().optional(),
	escalation_level: z.number().int().min(1).optional(),
	assignments: assignments.optional(),
	escalation_policy: reference('escalation_policy_reference').optional(),
	incident_type: incidentType.optional(),
	urgency: urgency.optional(),
	conference_bridge: bridge.optional(),
};

/** Body of PUT /incidents: no service here. */
export const bulkBody = z
	.object({ incidents: z.array(z.object({ ...changes, id: z.string() }).strict()).min(1) })
	.strict();

/** Body of PUT /incidents/{id}. */
export const updateBody = z
	.object({
		incident: z.object({ ...changes, service: reference('service_reference').optional() }).strict(),
	})
	.strict();

type Changes = Omit<z.output<typeof updateBody>['incident'], 'type'>;

/** The id, if there is such a record. @throws 400 that says what was not found */
export function existing(table: ReadonlyMap<string, unknown>, id: string, what: string): string {
	if (!table.has(id)) throw invalidInput(`${what} not found: ${id}`);
	return id;
}

export const userIds = (world: World, list: z.output<typeof assignments>): string[] =>
	list.map(({ assignee }) => existing(world.users, assignee.id, 'User'));

/** Name of an incident type that is given by name or id. @throws 400 */
export function incidentTypeName(world: World, { id, name }: z.output<typeof incidentType>): string {
	const found = [...world.incidentTypes.values()].find((type) => type.id === id || type.name === name);
	if (!found?.enabled) throw invalidInput(`Incident type not found: ${name ?? id ?? ''}`);
	return found.name;
}

function priorityId(world: World, given: z.output<typeof priority>): string {
	if (typeof given !== 'string') return existing(world.priorities, given.id, 'Priority');
	const found = [...world.priorities.values()].find(({ name }) => name === given);
	if (!found) throw invalidInput(`Priority not found: ${given}`);
	return found.id;
}

/** What a body asks to change, with everything it names looked up. @throws 400 code 2001 */
export function changeOf(world: World, sent: Changes): IncidentChange {
	const when = <In, Out>(value: In | undefined, turn: (value: In) => Out): Out | undefined =>
		value === undefined ? undefined : turn(value);
	if (sent.resolution !== undefined && sent.status !== 'resolved')
		throw invalidInput('Resolution is only allowed when the status is set to resolved');
	return {
		status: sent.status,
		resolution: sent.resolution,
		title: sent.title,
		urgency: sent.urgency,
		priorityId: when(sent.priority, (given) => given && priorityId(world, given)),
		escalationLevel: sent.escalation_level,
		policyId: when(sent.escalation_policy, ({ id }) => existing(world.policies, id, 'Escalation policy')),
		assigneeIds: when(sent.assignments, (given) => userIds(world, given)),
		incidentType: when(sent.incident_type, (given) => incidentTypeName(world, given)),
		conferenceBridge: sent.conference_bridge,
		serviceId: when(sent.service, ({ id }) => existing(world.services, id, 'Service')),
	};
}
