import Ajv from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import template from '../../../workflows/incident-hypothesis-note.json';
import { idNamed } from '../../support/idNamed';
import { openDesk, type Desk } from '../../support/operations/desk';
import { talkTo, type Assistant } from './talk';

let desk: Desk;
let model: Assistant;
beforeAll(async () => {
	desk = await openDesk();
	model = talkTo(`${desk.sandbox.url}/_sandbox/model/v1`, {});
});
afterAll(() => desk.sandbox.close());

/** The JSON Schema that the template asks a model to keep to. */
const form = template.nodes.find(({ name }) => name === 'Form of the answer')?.parameters.inputSchema;

describe('the scripted model writes a hypothesis about the context of an incident', () => {
	const hypothesisOn = async (context: IDataObject) =>
		(
			JSON.parse(await model.ask(`Incident context, as JSON:\n${JSON.stringify(context)}\nBe brief.`)) as {
				output: { hypothesis: string; confidence: string; signals: string[]; recommended_action: string };
			}
		).output;

	it('from the changes, alerts and past incidents in there', async () => {
		const { id } = desk.sandbox.trigger({
			title: 'Error rate on checkout',
			serviceId: idNamed(desk.sandbox.services(), 'Checkout API'),
		});
		desk.sandbox.alert(id, { key: 'errors', summary: '7 % of orders fail' });
		const [context = {}] = await desk.read('incident:getContext', {
			incidentId: { __rl: true, mode: 'id', value: id },
		});
		expect(await hypothesisOn(context)).toMatchObject({
			hypothesis: expect.stringContaining('“Deployed checkout 2.41”') as string,
			confidence: 'low',
			signals: [
				expect.stringMatching(/^\d{4}-.*Z: Change: Deployed checkout 2.41$/),
				expect.stringMatching(/^\d{4}-.*Z: Incident opened: Error rate on checkout$/),
				expect.stringMatching(/^\d{4}-.*Z: Alert: 7 % of orders fail$/),
			],
			recommended_action: expect.stringMatching(
				/“Error rate above 2 % on POST \/basket” helps again: “Rolled back release 2026\.31\.2”/,
			) as string,
		});
	});

	it('and says so where there is nothing to go by', async () => {
		const incident = { title: 'Odd', created_at: '2026-01-01T00:00:00Z', service: { summary: 'Wiki' } };
		expect(await hypothesisOn({ incident, notes: null })).toEqual({
			hypothesis: expect.stringContaining('No change came before the incident') as string,
			confidence: 'low',
			signals: ['2026-01-01T00:00:00Z: Incident opened: Odd'],
			recommended_action: 'Look at the alerts and the dashboards of Wiki.',
		});
	});

	it('in the form that the template asks for, however much people wrote', async () => {
		const long = 'Word. '.repeat(500);
		const at = '2026-01-01T00:00:00Z';
		const past = { incident: { title: long }, resolution: { resolved_at: at, resolution_note: long } };
		const output = await hypothesisOn({
			incident: { title: long, created_at: at, service: { summary: 'Wiki' } },
			alerts: Array.from({ length: 9 }, () => ({ created_at: at, summary: long })),
			service_changes: [{ timestamp: at, summary: long }],
			past_incidents: [past],
		});
		expect(output.recommended_action).toContain('helps again: “Word. Word. ');
		const fits = new Ajv().compile(JSON.parse(String(form)) as object);
		fits(output);
		expect(fits.errors).toBeNull();
	});

	it.each([
		['an open incident', null],
		['a resolved one, whose resolution has no note,', '2026-01-01T00:00:00Z'],
	])('and does not take the last note of %s for what helped', async (_, resolved) => {
		const resolution = { resolved_at: resolved, resolution_note: null, last_note: 'No idea' };
		const past = { incident: { title: 'Odd, too' }, resolution };
		const incident = { title: 'Odd', created_at: '2026-01-01T00:00:00Z', service: { summary: 'Wiki' } };
		const { recommended_action: action } = await hypothesisOn({ incident, past_incidents: [past] });
		expect(action).toBe('Look at the alerts and the dashboards of Wiki.');
	});
});
