import type { INodeParameters } from 'n8n-workflow';

import { account, polling } from './pollingAtSandbox';

beforeAll(() => account.start());
afterAll(account.close);

const changes = (filters: INodeParameters): INodeParameters => ({
	source: 'incidentChanges',
	events: ['incident.triggered'],
	filters,
});
const breaches = (rule: INodeParameters): INodeParameters => ({
	source: 'slaBreach',
	responseTimes: { rules: [rule] },
});
const handoffs = (parameters: INodeParameters): INodeParameters => ({
	source: 'onCallHandoff',
	...parameters,
});
const policies = (parameters: INodeParameters) => handoffs({ onCallOf: 'escalationPolicy', ...parameters });

/** What is set, what the title of the error says, and what its advice names. */
const forms: Array<[INodeParameters, string, string]> = [
	[{ source: 'tea' }, '"Trigger On" cannot be "tea"', 'incidentChanges, onCallHandoff, slaBreach'],
	[{ ...changes({}), events: [] }, 'No event is chosen', 'at least one event'],
	[{ ...changes({}), events: '={{ "" }}' }, 'No event is chosen', 'expression'],
	[{ ...changes({}), events: ['incident.sold'] }, '"Events" cannot be "incident.sold"', 'incident.triggered'],
	[changes({ serviceIds: ['../users'] }), '"Service Names or IDs": "../users" is not', 'PABC123'],
	[changes({ teamIds: ['Platform team'] }), '"Team Names or IDs": "Platform team" is not', 'PABC123'],
	[changes({ urgency: 'hgih' }), '"Urgency" cannot be "hgih"', 'high, low'],
	[{ source: 'slaBreach' }, 'No response time is set', 'Response Times'],
	[breaches({ appliesTo: 'some' }), '"Applies To" cannot be "some"', 'all, priority, urgency'],
	[breaches({ appliesTo: 'priority' }), 'No priority is chosen', 'at least one priority'],
	[breaches({ urgency: 'hgih' }), '"Incident Urgency" cannot be "hgih"', 'high, low'],
	[breaches({ acknowledgeWithin: 'soon' }), 'A response time is not a number', 'whole minutes'],
	[breaches({ acknowledgeWithin: -5 }), 'A response time is not a number', 'whole minutes'],
	[breaches({ acknowledgeWithin: 0 }), 'No response time is set', 'minutes to acknowledge'],
	[handoffs({}), 'No schedule is chosen', 'at least one schedule'],
	[handoffs({ onCallOf: 'team' }), '"Watch" cannot be "team"', 'schedule, escalationPolicy'],
	[handoffs({ scheduleIds: ['nights 🙂'] }), '"Schedule Names or IDs": "nights 🙂" is not', 'PABC123'],
	[policies({}), 'No escalation policy is chosen', 'at least one escalation policy'],
	[policies({ escalationPolicyIds: ['#1'] }), '"Escalation Policy Names or IDs": "#1" is not', 'PABC123'],
	[policies({ escalationPolicyIds: ['PABC123'], escalationLevel: 'one' }), '"Escalation Level"', '0 for all'],
];

describe('a polling trigger that nothing could ever start', () => {
	it.each(forms)('cannot be activated, and says what to change: %j', async (parameters, title, advice) => {
		const error: unknown = await polling(parameters)
			.activate()
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: expect.stringContaining(title),
			description: expect.stringContaining(advice),
		});
	});
});

describe('the test run of a polling trigger that finds nothing', () => {
	it.each([
		[changes({ serviceIds: ['PNOBODY'] }), 'choose more events or fewer filters'],
		[{ ...breaches({}), filters: { serviceIds: ['PNOBODY'] } }, 'choose fewer filters'],
		[handoffs({ scheduleIds: ['PNOBODY'] }), 'check that what you chose exists'],
	])('says what to do: %j', async (parameters, advice) => {
		await expect(polling(parameters).fetchTestEvent()).rejects.toMatchObject({
			message: 'There is nothing in PagerDuty to show as an example',
			description: expect.stringContaining(advice),
		});
	});
});
