import type { INodeParameters } from 'n8n-workflow';

import { account, minute, polling } from './pollingAtSandbox';

beforeEach(() => account.start({ seed: 'empty' }));
afterEach(account.close);

const sandbox = () => account.sandbox();
const rule = { appliesTo: 'urgency', urgency: 'high', acknowledgeWithin: 15, resolveWithin: 60 };
const watching = (...rules: INodeParameters[]) =>
	polling({ source: 'slaBreach', responseTimes: { rules: rules.length > 0 ? rules : [rule] } });
const high = () => sandbox().trigger({ urgency: 'high' });

type Watching = ReturnType<typeof watching>;
const missedBy = ({ items }: Watching) => items.map(({ breach }) => Reflect.get(Object(breach), 'missed'));

/** Some minutes, with a poll in each. */
async function live(workflow: Watching, minutes: number) {
	for (let polls = 0; polls < minutes; polls++) {
		await sandbox().advance(minute);
		await workflow.poll();
	}
}

describe('SLA breaches', () => {
	it('are given when nobody acknowledges or resolves in time, each once', async () => {
		const workflow = watching();
		await workflow.activate();
		const { id, createdAt } = high();
		await live(workflow, 14);
		expect(workflow.items).toEqual([]);
		await live(workflow, 60);
		expect(missedBy(workflow)).toEqual(['acknowledge', 'resolve']);
		const due = Date.parse(createdAt) + 15 * minute;
		expect(workflow.items[0]).toMatchObject({
			event_type: 'incident.sla_breached',
			occurred_at: `${new Date(due).toISOString().slice(0, 19)}Z`,
			data: { id, status: 'triggered' },
			breach: { missed: 'acknowledge', limit_minutes: 15, started_at: createdAt, acknowledged_at: null },
		});
	});

	it('are none when the incident is acknowledged and resolved in time, or is not under the rule', async () => {
		const workflow = watching();
		await workflow.activate();
		const { id } = high();
		sandbox().trigger({ urgency: 'low' });
		await live(workflow, 10);
		sandbox().acknowledge(id);
		await live(workflow, 30);
		sandbox().resolve(id);
		await live(workflow, 40);
		expect(workflow.items).toEqual([]);
	});

	it('count anew when an incident is reopened', async () => {
		const workflow = watching();
		await workflow.activate();
		const { id } = high();
		await live(workflow, 20);
		sandbox().resolve(id);
		await live(workflow, 20);
		sandbox().change(id, { status: 'triggered' });
		await live(workflow, 10);
		expect(missedBy(workflow)).toEqual(['acknowledge']);
		await live(workflow, 10);
		expect(missedBy(workflow)).toEqual(['acknowledge', 'acknowledge']);
		expect(new Set(workflow.items.map(({ id: breach }) => breach)).size).toBe(2);
	});

	it('that fell due while n8n was down are given late, also when all is over by then', async () => {
		const workflow = watching();
		await workflow.activate();
		const { id } = high();
		await sandbox().advance(40 * minute);
		sandbox().acknowledge(id);
		await sandbox().advance(80 * minute);
		sandbox().resolve(id);
		await sandbox().advance(24 * 60 * minute);
		await workflow.activate('init');
		expect(missedBy(workflow)).toEqual(['acknowledge', 'resolve']);
		expect(workflow.items[0]).toMatchObject({
			data: { status: 'resolved' },
			breach: { acknowledged_at: expect.any(String), resolved_at: expect.any(String) },
		});
	});

	it('of the time before the activation are not given', async () => {
		high();
		await sandbox().advance(30 * minute);
		const workflow = watching();
		await workflow.activate();
		await live(workflow, 20);
		expect(workflow.items).toEqual([]);
		await live(workflow, 15);
		expect(missedBy(workflow)).toEqual(['resolve']);
	});

	it('by priority are seen when the priority is set late', async () => {
		const { id } = high();
		const answer = await fetch(`${sandbox().url}/priorities`, {
			headers: {
				Authorization: 'Token token=u+sandboxAccountKey1',
				Accept: 'application/vnd.pagerduty+json;version=2',
			},
		});
		const { priorities } = (await answer.json()) as { priorities: Array<{ id: string }> };
		const priorityId = priorities[0]?.id ?? '';
		const p1 = { appliesTo: 'priority', priorityIds: [priorityId], acknowledgeWithin: 5, resolveWithin: 0 };
		const workflow = watching(p1, { ...rule, acknowledgeWithin: 600, resolveWithin: 0 });
		await workflow.activate();
		await sandbox().advance(25 * minute);
		sandbox().acknowledge(id);
		await live(workflow, 60);
		expect(workflow.items).toEqual([]);
		sandbox().change(id, { priorityId });
		await live(workflow, 30);
		expect(missedBy(workflow)).toEqual(['acknowledge']);
	});

	it('are given once although the urgency goes down and up again', async () => {
		const workflow = watching();
		await workflow.activate();
		const { id } = high();
		await live(workflow, 16);
		sandbox().change(id, { urgency: 'low' });
		await live(workflow, 15);
		sandbox().change(id, { urgency: 'high' });
		await live(workflow, 10);
		expect(missedBy(workflow)).toEqual(['acknowledge']);
	});

	it('do not make it read the log of every open incident with every poll', async () => {
		const workflow = watching();
		for (let incident = 0; incident < 20; incident++) sandbox().acknowledge(high().id);
		await sandbox().advance(120 * minute);
		await workflow.activate();
		const before = sandbox().requests().length;
		await live(workflow, 5);
		expect(sandbox().requests().length - before).toBe(10);
	});

	it('are shown as examples of incidents that come under a rule, and of no others', async () => {
		const { id } = high();
		for (let incident = 0; incident < 12; incident++) sandbox().trigger({ urgency: 'low' });
		const examples = await watching().fetchTestEvent();
		expect(examples.map(({ data }) => Reflect.get(Object(data), 'id'))).toEqual([id, id]);
		expect(examples.map(({ breach }) => Reflect.get(Object(breach), 'limit_minutes'))).toEqual([15, 60]);
	});

	it('have no example where no open incident comes under a rule, and say so', async () => {
		sandbox().trigger({ urgency: 'low' });
		await expect(watching().fetchTestEvent()).rejects.toMatchObject({
			message: 'There is nothing in PagerDuty to show as an example',
			description: expect.stringContaining('No open incident matches'),
		});
	});

	it('need a rule: without one the workflow cannot be activated', async () => {
		const workflow = polling({ source: 'slaBreach', responseTimes: {} });
		await expect(workflow.activate()).rejects.toThrow('No response time is set');
	});
});
