import { byId, type Case, type Desk } from './desk';

const openIncident = ({ sandbox }: Desk) =>
	sandbox.trigger({ serviceId: sandbox.services()[0]?.id, title: 'Mail queue is growing' });

/** The cases of what PagerDuty does by itself. */
export const automationCases: Record<string, Case> = {
	'incidentWorkflow:start': async (desk) => {
		const { id, title } = openIncident(desk);
		const [workflow] = desk.sandbox.incidentWorkflows();
		const [started] = await desk.read('incidentWorkflow:start', {
			incidentWorkflowId: byId(workflow?.id ?? ''),
			incidentId: byId(id),
		});
		expect(started).toMatchObject({ incident: { id, summary: expect.stringContaining(title) as string } });
		expect(desk.sandbox.workflowInstances().at(-1)).toMatchObject({
			id: started?.id,
			workflowId: workflow?.id,
			incidentId: id,
		});
	},

	'automationAction:getAll': async (desk) => {
		const all = await desk.read('automationAction:getAll', { returnAll: true });
		expect(all.map(({ name }) => name)).toEqual(desk.sandbox.actions().map(({ name }) => name));
		const found = await desk.read('automationAction:getAll', {
			filters: { actionType: 'script', classification: 'remediation' },
		});
		expect(found).toMatchObject([{ name: 'Restart the web servers' }]);
	},

	'automationAction:invoke': async (desk) => {
		const incident = openIncident(desk);
		const [action] = desk.sandbox.actions();
		const [invocation] = await desk.read('automationAction:invoke', {
			automationActionId: byId(action?.id ?? ''),
			incidentId: byId(incident.id),
		});
		expect(invocation).toMatchObject({
			state: expect.stringMatching(/created|sent|running/) as string,
			action_id: action?.id,
			metadata: { incident: { id: incident.id } },
		});
		const held = desk.sandbox.invocations().filter(({ incidentId }) => incidentId === incident.id);
		expect(held).toMatchObject([{ id: invocation?.id, actionId: action?.id }]);
	},

	'automationAction:getInvocation': async (desk) => {
		const [held] = desk.sandbox.invocations();
		const read = await desk.read('automationAction:getInvocation', { invocationId: byId(held?.id ?? '') });
		expect(read).toMatchObject([{ id: held?.id, state: 'completed', action_id: held?.actionId }]);
	},
};
