import { caller } from '../stand-in/caller';
import { account, minute, polling } from './pollingAtSandbox';

beforeEach(() => account.start());
afterEach(account.close);

const sandbox = () => account.sandbox();
const everyday = [
	'incident.triggered',
	'incident.acknowledged',
	'incident.annotated',
	'incident.resolved',
	'incident.reassigned',
];
const typesOf = (items: object[]) => items.map((item) => Reflect.get(item, 'event_type'));

describe('incident changes', () => {
	it('are given once each, in their order, from the activation on, in one execution a poll', async () => {
		const workflow = polling({ events: everyday });
		await workflow.activate();
		expect(workflow.executions).toEqual([]);
		const { id } = sandbox().trigger({ title: 'Checkout is down' });
		sandbox().acknowledge(id);
		sandbox().note(id, 'Looking into it');
		await workflow.poll();
		await sandbox().advance(minute);
		sandbox().resolve(id);
		await workflow.poll();
		await workflow.poll();
		expect(workflow.executions.map(typesOf)).toEqual([
			['incident.triggered', 'incident.acknowledged', 'incident.annotated'],
			['incident.resolved'],
		]);
	});

	it('look like the events of webhooks, with the incident and the log entry', async () => {
		const workflow = polling({ events: everyday });
		await workflow.activate();
		const { id } = sandbox().trigger({ title: 'Checkout is down' });
		sandbox().note(id, 'Looking into it');
		await workflow.poll();
		const agent = { summary: 'Maya Lindqvist' };
		const data = { title: 'Checkout is down', status: 'triggered', service: { summary: 'Checkout API' } };
		expect(workflow.items).toMatchObject([
			{ event_type: 'incident.triggered', resource_type: 'incident', agent, data: { id, ...data } },
			{
				event_type: 'incident.annotated',
				agent,
				data: { ...data, type: 'incident_note', incident: { id }, content: 'Looking into it' },
				log_entry: { channel: { summary: 'Looking into it' } },
			},
		]);
		expect(workflow.items[0]).not.toHaveProperty('data.incident_number');
	});

	it("are PagerDuty's objects untouched where the user does not want them simple", async () => {
		const workflow = polling({ events: everyday, simplify: false });
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		expect(workflow.items[0]).toMatchObject({
			agent: { type: 'user_reference' },
			data: { type: 'incident', is_mergeable: true },
			log_entry: { type: 'trigger_log_entry' },
		});
	});

	it('of fields, which the log of the account does not show, are found in that of the incident', async () => {
		const kinds = ['incident.priority_updated', 'incident.reopened', 'incident.field_updated'];
		const workflow = polling({ events: kinds });
		const { id } = sandbox().trigger();
		await sandbox().advance(20 * minute);
		await workflow.activate();
		sandbox().change(id, { title: 'Checkout is very slow' });
		await workflow.poll();
		sandbox().resolve(id);
		await sandbox().advance(minute);
		sandbox().change(id, { status: 'triggered' });
		await workflow.poll();
		await workflow.poll();
		expect(typesOf(workflow.items)).toEqual(['incident.field_updated', 'incident.reopened']);
	});

	it('of custom fields are told from those of other fields', async () => {
		const events = ['incident.custom_field_values.updated', 'incident.field_updated'];
		const workflow = polling({ events });
		await workflow.activate();
		const { id } = sandbox().trigger();
		const custom_fields = [{ name: 'environment', value: 'production' }];
		await caller(sandbox())('PUT', `/incidents/${id}/custom_fields/values`, { body: { custom_fields } });
		await workflow.poll();
		expect(typesOf(workflow.items)).toEqual(['incident.custom_field_values.updated']);
	});

	it.each([
		['service', () => ({ serviceIds: [sandbox().services()[1]?.id] })],
		['team', () => ({ teamIds: sandbox().services()[1]?.teamIds })],
		['urgency', () => ({ urgency: 'low' })],
	])('can be narrowed by %s', async (_by, filters) => {
		const [other, service] = [sandbox().services()[3], sandbox().services()[1]];
		const workflow = polling({ events: everyday, filters: filters() } as never);
		await workflow.activate();
		sandbox().trigger({ serviceId: other?.id, title: 'Not this one', urgency: 'high' });
		sandbox().trigger({ serviceId: service?.id, title: 'This one', urgency: 'low' });
		await workflow.poll();
		expect(workflow.items.map(({ data }) => Reflect.get(Object(data), 'title'))).toEqual(['This one']);
	});

	it.each([
		['kinds', { events: ['incident.resolved'] }, {}],
		['filters', { filters: { urgency: 'low' } }, { filters: {} }],
	])('of %s that are chosen later are not given for the time before', async (_what, before, after) => {
		const workflow = polling({ events: everyday, ...before });
		await workflow.activate();
		sandbox().trigger({ title: 'Before', urgency: 'high' });
		await workflow.poll();
		await workflow.publish({ events: everyday, ...after });
		await workflow.poll();
		expect(workflow.items).toEqual([]);
		sandbox().trigger({ title: 'Afterwards', urgency: 'high' });
		await workflow.poll();
		expect(workflow.items).toMatchObject([{ data: { title: 'Afterwards' } }]);
	});

	it('of kinds that stay chosen are not lost when others are chosen as well', async () => {
		const workflow = polling({ events: ['incident.resolved'] });
		await workflow.activate();
		sandbox().resolve(sandbox().trigger().id);
		await workflow.publish({ events: ['incident.resolved', 'incident.triggered'] });
		await workflow.poll();
		expect(typesOf(workflow.items)).toEqual(['incident.resolved']);
	});

	it('whose execution was lost are given again, and with them nothing of kinds chosen later', async () => {
		const workflow = polling({ events: ['incident.resolved'] });
		await workflow.activate();
		sandbox().resolve(sandbox().trigger().id);
		await workflow.pollAndDie('static data was saved');
		workflow.setup.parameters = { events: ['incident.resolved', 'incident.triggered'] };
		await workflow.activate('init');
		sandbox().trigger();
		await workflow.pollAndDie('static data was saved');
		await workflow.activate('init');
		expect(typesOf(workflow.items)).toEqual(['incident.resolved', 'incident.triggered']);
	});

	it('of fields are not given for the time before they were chosen', async () => {
		const workflow = polling({ events: ['incident.triggered'] });
		await workflow.activate();
		const { id } = sandbox().trigger();
		sandbox().change(id, { title: 'Checkout is very slow' });
		await workflow.poll();
		await workflow.publish({ events: ['incident.triggered', 'incident.field_updated'] });
		await workflow.poll();
		expect(typesOf(workflow.items)).toEqual(['incident.triggered']);
		sandbox().change(id, { title: 'Checkout is down' });
		await workflow.poll();
		expect(typesOf(workflow.items)).toEqual(['incident.triggered', 'incident.field_updated']);
	});

	it('of another source start anew: what was read of one says nothing about the other', async () => {
		const workflow = polling({ events: everyday });
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		workflow.setup.parameters = { source: 'slaBreach', responseTimes: { rules: [{ appliesTo: 'all' }] } };
		await workflow.activate('update');
		await sandbox().advance(60 * minute);
		workflow.setup.parameters = { events: everyday };
		await workflow.activate('update');
		expect(workflow.executions).toHaveLength(1);
	});

	it('are shown as examples in the editor at once, and nothing is remembered of them', async () => {
		const workflow = polling({ events: ['incident.triggered', 'incident.resolved'] });
		const examples = await workflow.fetchTestEvent();
		expect(examples).toHaveLength(10);
		expect(new Set(typesOf(examples))).toEqual(new Set(['incident.triggered', 'incident.resolved']));
		const times = examples.map(({ occurred_at }) => String(occurred_at));
		expect(times).toEqual(times.toSorted());
		expect(workflow.stored).toEqual({});
	});

	it('say so when there is nothing to show as an example', async () => {
		const workflow = polling({ events: ['incident.snoozed'] });
		await expect(workflow.fetchTestEvent()).rejects.toThrow('There is nothing in PagerDuty to show');
	});
});
