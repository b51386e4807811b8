import { type Sandbox, startSandbox } from '../../../sandbox';
import { subscriber } from './subscriber';

/** Samples of what nothing in the sandbox causes, as PagerDuty's page "Webhooks Overview" has them. */

let sandbox: Sandbox;
const { subscribed, close } = subscriber(() => sandbox);
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty' });
});
beforeEach(() => sandbox.reset());
afterEach(() => close());
afterAll(async () => await sandbox.close());

async function dataOf(eventType: string) {
	const { received } = await subscribed([200], { events: [eventType] });
	const [incident] = sandbox.addIncidents(1, { title: 'A little bump in the road' });
	sandbox.emit(eventType);
	await sandbox.settled();
	return { incident, data: received[0]?.event.data };
}

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
const long = expect.stringMatching(/^01[0-9A-Z]{24}$/);
const text = expect.any(String);

it.each(['incident.annotated', 'incident.responder.added', 'incident.status_update_published'])(
	'%s names its incident by the plain title',
	async (eventType) => {
		const { incident, data } = await dataOf(eventType);
		expect(data?.incident).toMatchObject({
			id: incident?.id,
			type: 'incident_reference',
			summary: 'A little bump in the road',
		});
	},
);

it('a task has a summary, assignees and something to do', async () => {
	const { data } = await dataOf('incident.task.created');
	expect(data).toEqual({
		id: text,
		type: 'incident_task',
		name: 'Tell the customers',
		summary: 'Tell the customers',
		description: text,
		status: 'todo',
		assignees: [expect.objectContaining({ type: 'user_reference' })],
		incident: expect.objectContaining({ type: 'incident_reference', summary: null }),
	});
});

it.each([
	['incident.custom_field_values.updated', 'incidents'],
	['service.custom_field_values.updated', 'services'],
])('%s has what fields are now, and what those that changed were', async (eventType, namespace) => {
	const { data } = await dataOf(eventType);
	const field = { data_type: 'string', field_type: 'single_value', namespace, type: 'field_value' };
	expect(data).toMatchObject({ custom_fields: [field], changed_custom_fields: [field] });
	const [now, before] = [data?.custom_fields, data?.changed_custom_fields].map((list) => Object(list)[0]);
	expect([now.id, now.name]).toEqual([before.id, before.name]);
	expect(now.value).not.toBe(before.value);
});

it('a workflow has what triggered it, by a UUID', async () => {
	const { data } = await dataOf('incident.workflow.started');
	expect(data).toMatchObject({
		type: 'incident_workflow_instance',
		summary: text,
		incident_workflow: { type: 'incident_workflow_reference' },
		workflow_trigger: { id: uuid, type: 'workflow_trigger_reference', html_url: null },
		service: { type: 'service_reference' },
	});
});

it('an action has the long IDs of automation, and a role the UUID of its assignment', async () => {
	const { data } = await dataOf('incident.action_invocation.created');
	expect(data).toMatchObject({ id: long, action: { id: long, type: 'action_reference' }, state: 'created' });
	const role = (await dataOf('incident.role.assigned')).data?.incident_role_assignments;
	expect(role).toMatchObject([{ id: uuid, status: 'active', type: 'role_assignment_reference' }]);
});
