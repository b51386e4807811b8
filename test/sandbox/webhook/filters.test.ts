import type { IDataObject } from 'n8n-workflow';

import { account, closeAll, live } from './liveAtSandbox';
import { eventTypes } from '../../../nodes/PagerDuty/webhook/form/events';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();
const events = eventTypes.map(({ value }) => String(value));
const aboutIncidents = events.filter((type) => type.startsWith('incident.'));
const title = 'Checkout is down';
const environment = (value: string) => ({ fields: [{ name: 'environment', value }] });

/** An incident that everything can be asked of. */
function incident() {
	const { id } = sandbox().trigger({ title, urgency: 'high' });
	const priorityId = sandbox()
		.incidents()
		.find((each) => each.priorityId !== null)?.priorityId;
	return Object.assign(sandbox().change(id, { priorityId }), {
		customFields: { [fieldId()]: 'production' },
	});
}
const fieldId = () =>
	Object.keys(
		sandbox()
			.incidents()
			.find(({ customFields }) => customFields)?.customFields ?? {},
	)[0] ?? '';

type Incident = ReturnType<typeof incident>;
const teamsOf = ({ serviceId }: Incident) =>
	sandbox()
		.services()
		.find(({ id }) => id === serviceId)?.teamIds ?? [];

/** Each filter: a value that the incident meets, one that it does not meet, and whether it is about services as well. */
const filters: Array<[string, (of: Incident) => unknown, unknown]> = [
	['assigneeIds', ({ assignments }) => assignments.map(({ userId }) => userId), ['POTHER']],
	['customFields', () => environment('Production'), environment('staging')],
	['escalationPolicyIds', ({ policyId }) => [policyId], ['POTHER']],
	['incidentTypes', ({ incidentType }) => [incidentType], ['other_incident']],
	['priorityIds', ({ priorityId }) => [priorityId], ['POTHER']],
	['serviceIds', ({ serviceId }) => [serviceId], ['POTHER']],
	['teamIds', teamsOf, ['POTHER']],
	['titleContains', () => 'CHECKOUT', 'refund'],
	['titleMatches', () => '^check(in|out)\\b', '^refund'],
	['urgency', () => 'high', 'low'],
];

/** Events that name their incident without its title. */
const untitled = /\.(?:task\.\w+|role\.assigned|custom_field_values\.updated)$/;
/** Events that carry their incident. */
const whole =
	/\.(?:acknowledged|delegated|escalated|\w+\.changed|priority_updated|reassigned|reopened|resolved|service_updated|triggered|unacknowledged)$/;
/** Whether an event says nothing of what a filter asks. */
const isSilent = (type: string, filter: string) =>
	filter === 'customFields' || (filter.startsWith('title') ? untitled.test(type) : !whole.test(type));

/** Every event there is about an incident, through a trigger with these filters. */
async function heardAll(about: Incident, parameters: IDataObject) {
	const trigger = await live({ events, ...parameters } as never);
	await trigger.activate();
	for (const type of aboutIncidents) sandbox().emit(type, { incidentId: about.id });
	await sandbox().settled();
	return trigger.executions;
}
const typesOf = (executions: IDataObject[]) =>
	executions.map(({ event_type }) => String(event_type)).toSorted();

describe.each(filters)('with the filter %s', (name, fitting, other) => {
	it('every event about an incident that meets it starts the workflow, and nothing is in doubt', async () => {
		const about = incident();
		const executions = await heardAll(about, { filters: { [name]: fitting(about) } });
		expect(typesOf(executions)).toEqual(aboutIncidents.toSorted());
		for (const each of executions) {
			expect(each).not.toHaveProperty('unchecked_filters');
			expect(each).not.toHaveProperty('not_fetched');
		}
	});

	it('no event about an incident that does not meet it starts the workflow', async () => {
		// An event about its own custom fields says what they are.
		const executions = await heardAll(incident(), { filters: { [name]: other } });
		expect(typesOf(executions)).toEqual([]);
		expect(
			sandbox()
				.deliveries()
				.every(({ status }) => status === 200),
		).toBe(true);
	});

	it('every event starts the workflow that PagerDuty says too little about, and says so', async () => {
		sandbox().fail({ method: 'GET', path: '^/incidents/', kind: 'status', status: 403, times: 1_000 });
		const executions = await heardAll(incident(), { filters: { [name]: other } });
		for (const each of executions) {
			expect(each.unchecked_filters).toHaveLength(1);
			expect(each.not_fetched).toEqual([{ name: expect.any(String), reason: expect.stringMatching(/\w/) }]);
		}
		expect(typesOf(executions)).toEqual(aboutIncidents.filter((type) => isSilent(type, name)).toSorted());
	});
});

describe('the note of an event', () => {
	it.each([
		['noteContains', '#RCA', 'refund'],
		['noteMatches', '#rca$', '^#rca'],
	])('is held against %s, however long it is; other events pass', async (name, fitting, other) => {
		const { id } = incident();
		for (const [value, types] of [
			[fitting, ['incident.acknowledged', 'incident.annotated']],
			[other, ['incident.acknowledged']],
		] as const) {
			const trigger = await live({
				events: ['incident.acknowledged', 'incident.annotated'],
				filters: { [name]: value },
			});
			await trigger.activate();
			sandbox().emit('incident.acknowledged', { incidentId: id });
			sandbox().note(id, `${'Long ago. '.repeat(250)} #rca`);
			await sandbox().settled();
			expect(typesOf(trigger.executions)).toEqual(types);
			await trigger.deactivate();
		}
	});
});

describe('events about services', () => {
	it('are held against service, team and escalation policy, and pass all other filters', async () => {
		const [service] = sandbox().services();
		const run = async (given: IDataObject) => {
			const trigger = await live({ events: ['service.updated'], filters: given as never });
			await trigger.activate();
			sandbox().emit('service.updated', { serviceId: service?.id });
			await sandbox().settled();
			await trigger.deactivate();
			return trigger.executions;
		};
		expect(await run({ serviceIds: [service?.id], teamIds: service?.teamIds })).toHaveLength(1);
		expect(await run({ serviceIds: ['POTHER'] })).toEqual([]);
		expect(await run({ escalationPolicyIds: ['POTHER'] })).toEqual([]);
		const [event] = await run({ urgency: 'low', titleContains: 'refund', customFields: environment('x') });
		expect(event).toMatchObject({ event_type: 'service.updated' });
		expect(event).not.toHaveProperty('unchecked_filters');
	});
});

describe('a filter that cannot be applied', () => {
	it.each([
		[{ titleMatches: '(' }, /"Title Matches" is not a valid regular expression/],
		[{ noteMatches: '(?=x)' }, /"Note Matches" uses/],
		[{ customFields: { fields: [{ name: 'environment', value: '' }] } }, /"Custom Fields" has no value/],
		[{ urgency: 'hgih' }, /"Urgency" cannot be "hgih"/],
	])('keeps the workflow from being activated: %j', async (given, message) => {
		const trigger = await live({ filters: given as never });
		await expect(trigger.activate()).rejects.toThrow(message);
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it('loses no event, where an expression breaks it later', async () => {
		const trigger = await live();
		await trigger.activate();
		trigger.change({ filters: { titleMatches: '(', urgency: 'high' } });
		sandbox().trigger({ urgency: 'low' });
		sandbox().trigger({ urgency: 'high' });
		await sandbox().settled();
		expect(trigger.executions).toMatchObject([{ unchecked_filters: ['Title Matches'] }]);
	});
});
