import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PollingWorkflow } from '../../support/pollingWorkflow';
import { tokenCredential } from '../pagerDutyNode';
import { pagerDutyServer } from '../pagerDutyServer';

const now = new Date().toISOString();
const shift: IDataObject = {
	user: { id: 'PUSER01', summary: 'Maya' },
	schedule: { id: 'PSCHED1' },
	escalation_policy: { id: 'PPOLIC1' },
	escalation_level: 1,
	start: now,
	end: null,
};
const entry: IDataObject = {
	id: 'R0ENTRY1',
	type: 'trigger_log_entry',
	created_at: now,
	incident: { id: 'QINCIDENT1' },
};
const incident: IDataObject = { id: 'QINCIDENT1', status: 'triggered', created_at: now };

const onSchedule = { source: 'onCallHandoff', scheduleIds: ['PSCHED1'] };
const onLevel = { source: 'onCallHandoff', onCallOf: 'escalationPolicy', escalationPolicyIds: ['PPOLIC1'] };
const rules = [{ appliesTo: 'all', acknowledgeWithin: 30 }];
const onBreach = { source: 'slaBreach', responseTimes: { rules } };
const onChange = { source: 'incidentChanges', events: ['incident.triggered'] };

let workflows = 0;

/** A polling trigger whose PagerDuty lists nothing but this one row, in whichever list it is asked for. */
async function seeing(parameters: INodeParameters, row: IDataObject) {
	const rows = [{ ...row }];
	pagerDutyServer(() => ({
		body: { oncalls: rows, log_entries: rows, incidents: rows, users: [], more: false },
	}));
	const setup = { parameters, credentials: { pagerDutyTokenApi: tokenCredential } };
	const workflow = new PollingWorkflow({ ...setup, workflowId: `unreadable rows ${workflows++}` });
	const failure = await workflow
		.activate()
		.then(async () => await workflow.poll())
		.catch((error: Error) => error.message);
	return { failure, workflow };
}

// Left out, such a row would be lost, or end a duty that goes on; passed on, it would come again and again.
describe('a poll of PagerDuty', () => {
	it.each<[string, INodeParameters, IDataObject]>([
		['who is on call of a schedule', onSchedule, shift],
		['who is on call on a level', onLevel, shift],
		['who is on call for ever', onSchedule, { ...shift, start: null }],
		['changes', onChange, entry],
		['incidents', onBreach, incident],
	])('reads %s', async (_, parameters, row) => {
		expect((await seeing(parameters, row)).failure).toBeUndefined();
	});

	it.each<[string, INodeParameters, IDataObject]>([
		['a shift of nobody', onSchedule, { ...shift, user: null }],
		['a shift of somebody without an ID', onSchedule, { ...shift, user: {} }],
		['a shift of no schedule', onSchedule, { ...shift, schedule: null }],
		['a shift of a schedule without an ID', onSchedule, { ...shift, schedule: { id: 7 } }],
		['a shift of no escalation policy', onLevel, { ...shift, escalation_policy: null }],
		['a shift that begins at no time', onSchedule, { ...shift, start: 'soon' }],
		['a shift that ends at no time', onSchedule, { ...shift, end: 'later' }],
		['a change without an ID', onChange, { ...entry, id: undefined }],
		['a change at no time', onChange, { ...entry, created_at: 'just now' }],
		['an incident without an ID', onBreach, { ...incident, id: 7 }],
		['an incident created at no time', onBreach, { ...incident, created_at: null }],
	])('fails as a whole at %s', async (_, parameters, row) => {
		const { failure, workflow } = await seeing(parameters, row);
		expect(failure).toContain('that can be read');
		expect(workflow.items).toEqual([]);
	});
});
