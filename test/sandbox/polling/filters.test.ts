import type { IDataObject } from 'n8n-workflow';

import { account, minute, polling } from './pollingAtSandbox';

beforeEach(() => account.start());
afterEach(account.close);

const sandbox = () => account.sandbox();
const titlesOf = (items: IDataObject[]) => items.map(({ data }) => Reflect.get(Object(data), 'title'));
const environment = { customFields: { fields: [{ name: 'environment', value: 'production' }] } };

/** Two incidents: one with everything that a filter can ask for, and one without. */
function twoIncidents() {
	const [other, service] = [sandbox().services()[3], sandbox().services()[1]];
	const fields = sandbox()
		.incidents()
		.find(({ customFields }) => customFields)?.customFields;
	const priorityId = sandbox()
		.incidents()
		.find((each) => each.priorityId !== null)?.priorityId;
	const wrong = sandbox().trigger({ serviceId: other?.id, title: 'Disk is full', urgency: 'low' });
	const right = sandbox().trigger({ serviceId: service?.id, title: 'Checkout is down', urgency: 'high' });
	sandbox().change(wrong.id, { priorityId: null });
	sandbox().change(right.id, { priorityId });
	return { right: Object.assign(right, { customFields: fields }), wrong };
}

describe('incident changes', () => {
	it.each<[string, (right: ReturnType<typeof twoIncidents>['right']) => IDataObject]>([
		['assignee', ({ assignments }) => ({ assigneeIds: assignments.map(({ userId }) => userId) })],
		['custom field', () => environment],
		['escalation policy', ({ policyId }) => ({ escalationPolicyIds: [policyId] })],
		['priority', ({ priorityId }) => ({ priorityIds: [priorityId] })],
		['text of the title', () => ({ titleContains: 'checkout' })],
		['regular expression over the title', () => ({ titleMatches: '^check(out|in)\\b' })],
	])('are narrowed by %s, and nothing is in doubt', async (_, filtersFor) => {
		const workflow = polling({ events: ['incident.triggered'] });
		await workflow.activate();
		const { right } = twoIncidents();
		workflow.setup.parameters.filters = filtersFor(right) as never;
		await workflow.activate('update');
		expect(titlesOf(workflow.items)).toEqual(['Checkout is down']);
		expect(workflow.items[0]).not.toHaveProperty('unchecked_filters');
	});

	it('are narrowed by the text of notes', async () => {
		const workflow = polling({
			events: ['incident.annotated', 'incident.triggered'],
			filters: { noteMatches: '#rca$' },
		});
		await workflow.activate();
		const { right } = twoIncidents();
		sandbox().note(right.id, 'Found it #rca');
		sandbox().note(right.id, '#rca will follow');
		await workflow.poll();
		expect(
			workflow.items.map(({ event_type, data }) => [event_type, Reflect.get(Object(data), 'content')]),
		).toEqual([
			['incident.triggered', undefined],
			['incident.triggered', undefined],
			['incident.annotated', 'Found it #rca'],
		]);
	});

	it.each([403, 404])('pass where custom fields cannot be read (%d), and say so', async (status) => {
		const workflow = polling({ events: ['incident.triggered'], filters: environment });
		await workflow.activate();
		twoIncidents();
		sandbox().fail({ path: '/custom_fields/values$', kind: 'status', status, times: 100 });
		await workflow.poll();
		expect(workflow.items).toMatchObject([
			{ unchecked_filters: ['Custom Fields'] },
			{ unchecked_filters: ['Custom Fields'] },
		]);
	});

	it('come with the next poll when PagerDuty could not be asked for custom fields', async () => {
		const workflow = polling({ events: ['incident.triggered'], filters: environment });
		await workflow.activate();
		twoIncidents();
		sandbox().fail({ path: '/custom_fields/values$', kind: 'status', status: 400, times: 1 });
		await expect(workflow.poll()).rejects.toThrow();
		expect(workflow.items).toEqual([]);
		await workflow.poll();
		await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(['Checkout is down']);
	});
});

describe('missed response times', () => {
	it.each<[string, IDataObject]>([
		['custom field', environment],
		['text of the title', { titleContains: 'checkout' }],
	])('are narrowed by %s', async (_, filters) => {
		const rules = [{ appliesTo: 'all', acknowledgeWithin: 5 }];
		const workflow = polling({ source: 'slaBreach', responseTimes: { rules }, filters: filters as never });
		await workflow.activate();
		twoIncidents();
		await workflow.poll();
		await sandbox().advance(6 * minute);
		await workflow.poll();
		await workflow.poll();
		expect(
			titlesOf(workflow.items).filter((title) => /^(Checkout is down|Disk is full)$/.test(String(title))),
		).toEqual(['Checkout is down']);
	});
});
