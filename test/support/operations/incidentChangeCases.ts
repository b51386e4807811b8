import { byId, type Case } from './desk';
import { openIncident } from './openIncident';

/** What is done to incidents that are open. */
export const incidentChangeCases: Record<string, Case> = {
	'incident:escalate': async (desk) => {
		const { id, assignments } = openIncident(desk);
		const [incident] = await desk.read('incident:escalate', { incidentId: byId(id), escalationLevel: 2 });
		expect(incident).toMatchObject({ id, status: 'triggered' });
		const now = desk.sandbox.incident(id);
		expect(now?.level).toBe(2);
		expect(now?.assignments).not.toEqual(assignments);
	},

	'incident:merge': async (desk) => {
		const [target, source] = [openIncident(desk), openIncident(desk, 'Mails are late')];
		desk.sandbox.alert(source.id, { key: 'mail/late', summary: 'Mails are late' });
		const [merged] = await desk.read('incident:merge', {
			incidentId: byId(target.id),
			sourceIncidentIds: [source.id, target.id],
		});
		expect(merged).toMatchObject({ id: target.id });
		expect(desk.sandbox.alerts(target.id)).toMatchObject([{ key: 'mail/late' }]);
		const [gone] = await desk.read('incident:get', { incidentId: byId(source.id), simplify: false });
		expect(gone).toMatchObject({
			status: 'resolved',
			resolve_reason: { type: 'merge_resolve_reason', incident: { id: target.id } },
		});
	},

	'incident:reassign': async (desk) => {
		const incidentId = byId(openIncident(desk).id);
		const user = desk.sandbox.users().at(-1);
		const [ofUser] = await desk.read('incident:reassign', {
			incidentId,
			assigneeIds: [user?.email ?? ''],
		});
		expect(ofUser).toMatchObject({ assignments: [{ assignee: { summary: user?.name } }] });
		const policyId = desk.sandbox.services().at(-1)?.policyId ?? '';
		const [ofPolicy] = await desk.read('incident:reassign', {
			incidentId,
			assignTo: 'escalationPolicy',
			// A choice that is hidden by now does not count.
			assigneeIds: [user?.id ?? ''],
			escalationPolicyId: byId(policyId),
		});
		expect(ofPolicy).toMatchObject({ escalation_policy: { id: policyId } });
		expect(desk.sandbox.incident(incidentId.value)?.assignedVia).toBe('escalation_policy');
	},

	'incident:snooze': async (desk) => {
		const { id } = openIncident(desk);
		const before = Date.now();
		const [incident] = await desk.read('incident:snooze', {
			incidentId: byId(id),
			duration: 90,
			durationUnit: 'minutes',
		});
		const [pending] = incident?.pending_actions as Array<{ type: string; at: string }>;
		expect(incident).toMatchObject({ id, status: 'acknowledged' });
		expect(pending?.type).toBe('unacknowledge');
		expect(Date.parse(pending?.at ?? '') - before).toBeGreaterThan(89 * 60_000);
	},
};
