import { byId, type Case, type Desk } from './desk';
import { openIncident } from './openIncident';

/** Asks a user and an escalation policy to help, and says whom. */
async function requested(desk: Desk) {
	const { id } = openIncident(desk);
	const [requester, helper] = desk.sandbox.users();
	const policyId = desk.sandbox.services().at(-1)?.policyId ?? '';
	const targets = { responderIds: [helper?.id ?? ''], escalationPolicyIds: [policyId] };
	const parameters = { incidentId: byId(id), requesterId: byId(requester?.id ?? '') };
	const [request] = await desk.read('incident:requestResponders', {
		...parameters,
		...targets,
		message: 'Please help with the mail queue',
	});
	return { id, request, requester, helper, policyId, parameters, targets };
}

/** Who is asked to help with an incident, and who is told of it. */
export const incidentResponseCases: Record<string, Case> = {
	'incident:addSubscribers': async (desk) => {
		const { id } = openIncident(desk);
		const [user] = desk.sandbox.users();
		const teamId = user?.teamIds[0] ?? '';
		const subscribe = async () =>
			await desk.read('incident:addSubscribers', {
				incidentId: byId(id),
				userIds: [user?.id ?? ''],
				teamIds: [teamId],
			});
		// Where its answer was lost, the first try has subscribed them already.
		const result = expect.stringMatching(/^(?:success|duplicate)$/) as string;
		expect(await subscribe()).toMatchObject([
			{ subscriber_id: user?.id, subscriber_type: 'user', result },
			{ subscriber_id: teamId, subscriber_type: 'team', result },
		]);
		expect((await subscribe()).map((row) => row.result)).toEqual(['duplicate', 'duplicate']);
	},

	'incident:cancelResponders': async (desk) => {
		const { id, parameters, targets, helper, policyId } = await requested(desk);
		desk.sandbox.replyToRequest(id, helper?.id ?? '', 'joined');
		const rows = await desk.read('incident:cancelResponders', { ...parameters, ...targets });
		expect(rows).toMatchObject([
			{ type: 'user_reference', id: helper?.id, result: 'joined' },
			{ type: 'escalation_policy_reference', id: policyId },
		]);
		const { incidents_responders: asked } = (
			await desk.read('incident:get', { incidentId: byId(id), simplify: false })
		)[0] as { incidents_responders: Array<{ state: string }> };
		expect(asked.map(({ state }) => state)).toEqual(['joined', 'user_cancelled']);
	},

	'incident:sendAndWait': async (desk) => {
		const serviceId = desk.sandbox.services()[0]?.id ?? '';
		const message = 'Restart the checkout servers?\nOrders stop for two minutes.';
		const [waiting] = await desk.read('incident:sendAndWait', { serviceId: byId(serviceId), message });
		// What the workflow goes on with when nobody answers.
		expect(waiting).toMatchObject({
			approved: false,
			respondedAt: null,
			timedOut: true,
			message,
			incident: { title: 'Restart the checkout servers?', incident_number: expect.any(Number) as number },
		});
		const { id } = waiting?.incident as { id: string };
		expect(desk.sandbox.incident(id)).toMatchObject({
			status: 'triggered',
			title: 'Restart the checkout servers?',
			details: expect.stringMatching(
				/^Approve or decline: https?:\/\/\S+\/webhook-waiting\/\S+question=n8n-\w+\S+\n\nRestart/,
			) as string,
		});
	},

	'incident:getSubscribers': async (desk) => {
		const { id } = openIncident(desk);
		const userIds = desk.sandbox
			.users()
			.slice(0, 3)
			.map((user) => user.id);
		const incidentId = byId(id);
		await desk.read('incident:addSubscribers', { incidentId, userIds });
		const rows = await desk.read('incident:getSubscribers', { incidentId, returnAll: true });
		expect(rows.map((row) => row.subscriber_id)).toEqual(userIds);
		expect(await desk.read('incident:getSubscribers', { incidentId, limit: 2 })).toHaveLength(2);
	},

	'incident:publishStatusUpdate': async (desk) => {
		const { id } = openIncident(desk);
		const additionalFields = { subject: 'Mail', htmlMessage: '<p>Mails are late</p>' };
		const [update] = await desk.read('incident:publishStatusUpdate', {
			incidentId: byId(id),
			message: 'Mails are late',
			additionalFields,
		});
		expect(update).toMatchObject({
			message: 'Mails are late',
			subject: 'Mail',
			html_message: '<p>Mails are late</p>',
			sender: { summary: 'Maya Lindqvist' },
		});
	},

	'incident:removeSubscribers': async (desk) => {
		const { id } = openIncident(desk);
		const [first = '', second = ''] = desk.sandbox.users().map((user) => user.id);
		const incidentId = byId(id);
		await desk.read('incident:addSubscribers', { incidentId, userIds: [first] });
		const userIds = [first, second];
		const [counts] = await desk.read('incident:removeSubscribers', { incidentId, userIds });
		expect(Object.keys(counts ?? {})).toEqual(['deleted_count', 'unauthorized_count', 'non_existent_count']);
		expect(Number(counts?.deleted_count) + Number(counts?.non_existent_count)).toBe(2);
		expect(await desk.read('incident:getSubscribers', { incidentId })).toEqual([]);
	},

	'incident:requestResponders': async (desk) => {
		const { id, request, requester, helper, policyId } = await requested(desk);
		expect(request).toMatchObject({
			message: 'Please help with the mail queue',
			requester: { id: requester?.id },
			incident: { id },
			responder_request_targets: [
				{
					responder_request_target: {
						type: 'user',
						id: helper?.id,
						incidents_responders: [{ state: 'pending', user: { id: helper?.id } }],
					},
				},
				{ responder_request_target: { type: 'escalation_policy', id: policyId } },
			],
		});
	},
};
