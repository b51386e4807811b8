import type { IDataObject } from 'n8n-workflow';

import { byId, type Case, type Desk } from './desk';
import { filledIn } from './fieldValues';
import { openIncident } from './openIncident';

const incidentOf = (row: unknown) => Object(Object(row).incident) as { id: string; title: string };

/** The newest open incident of the company's history, on a service with changes and a past. */
export function ofHistory({ sandbox }: Desk) {
	const found = sandbox.incidents().find(({ title }) => title.startsWith('Checkout latency'));
	if (!found) throw new Error('The history has no such incident');
	return found;
}

/** What is known about an incident besides itself. */
export const incidentContextCases: Record<string, Case> = {
	'incident:count': async (desk) => {
		const { serviceId } = ofHistory(desk);
		const filters = { allTime: true };
		const all = desk.sandbox.incidents();
		const ofStatus = (status: string) => all.filter((each) => each.status === status).length;
		expect(await desk.read('incident:count', { filters })).toEqual([{ count: all.length }]);
		expect(await desk.read('incident:count', { countBy: 'status', filters })).toEqual(
			['triggered', 'acknowledged', 'resolved'].map((status) => ({ status, count: ofStatus(status) })),
		);
		const services = await desk.read('incident:count', { countBy: 'service', filters });
		expect(services).toContainEqual({
			service: { id: serviceId, summary: 'Checkout API' },
			count: all.filter((each) => each.serviceId === serviceId).length,
		});
	},

	'incident:getContext': async (desk) => {
		const { id, title, serviceId } = ofHistory(desk);
		const [context] = await desk.read('incident:getContext', { incidentId: byId(id) });
		expect(context).toMatchObject({
			incident: { id },
			summary: expect.stringContaining(title) as string,
		});
		// What PagerDuty did not give is named, and all the rest is there.
		const missing = (context?.missing as IDataObject[]).map(({ what }) => what);
		const expected = {
			alerts: [{ incident: { id } }],
			timeline: [{ type: 'trigger_log_entry' }],
			related_changes: expect.arrayContaining([
				expect.objectContaining({ summary: 'Deployed checkout 2.41' }),
			]) as object,
			on_call: [{ escalation_level: 1 }, { escalation_level: 2 }, { escalation_level: 3 }],
			service: { id: serviceId },
		};
		for (const [part, content] of Object.entries(expected))
			expect(context).toMatchObject({ [part]: missing.includes(part) ? null : content });
	},

	'incident:getTimeline': async (desk) => {
		const { id } = openIncident(desk);
		desk.sandbox.acknowledge(id);
		desk.sandbox.note(id, 'Disk of mail-3 is full');
		desk.sandbox.resolve(id);
		const [story] = await desk.read('incident:getTimeline', { incidentId: byId(id) });
		expect(story).toMatchObject({
			incident: { id, status: 'resolved' },
			timeline: [
				{ type: 'trigger_log_entry', what: 'Maya Lindqvist opened the incident' },
				{ type: 'acknowledge_log_entry', who: 'Maya Lindqvist' },
				{ what: 'Maya Lindqvist wrote a note: “Disk of mail-3 is full”' },
				{ what: 'Maya Lindqvist resolved the incident' },
			],
			text: expect.stringContaining('Maya Lindqvist acknowledged the incident') as string,
			seconds_to_first_ack: expect.any(Number) as number,
			seconds_to_resolve: expect.any(Number) as number,
			escalation_count: 0,
			reassignment_count: 0,
		});
	},

	'incident:getCustomFields': async (desk) => {
		const rows = await desk.read('incident:getCustomFields', { incidentId: byId(ofHistory(desk).id) });
		expect(rows.map(({ name, value }) => [name, value])).toEqual([
			['environment', 'production'],
			['customers_affected', null],
		]);
	},

	'incident:setCustomFields': async (desk) => {
		const { id } = openIncident(desk);
		desk.sandbox.change(id, { incidentType: 'security_incident' });
		const rows = await desk.read('incident:setCustomFields', {
			incidentId: byId(id),
			customFields: filledIn({ data_exposed: true, customers_affected: 12, ticket: null }),
			customFieldsJson: '{"detected_at": "2026-11-29T09:40:00Z", "regions": ["eu", "us"]}',
		});
		expect(rows.map(({ name, value }) => [name, value])).toEqual([
			['customers_affected', 12],
			['data_exposed', true],
			['detected_at', expect.stringContaining('2026-11-29T09:40:00')],
			['regions', ['eu', 'us']],
		]);
		const read = await desk.read('incident:getCustomFields', { incidentId: byId(id), returnAll: true });
		expect(read).toMatchObject([{}, ...rows.slice(0, 2).map(({ id, value }) => ({ id, value })), {}, {}, {}]);
	},

	'incident:getImpacts': async (desk) => {
		const rows = await desk.read('incident:getImpacts', { incidentId: byId(ofHistory(desk).id) });
		expect(rows.map(({ name, status }) => [name, status])).toEqual([
			['Online Shop', 'impacted'],
			['Harborline', 'impacted'],
		]);
	},

	'incident:getOutlier': async (desk) => {
		const { id } = openIncident(desk, 'Nobody has ever seen this before');
		const [outlier] = await desk.read('incident:getOutlier', { incidentId: byId(id) });
		expect(outlier).toMatchObject({ incident: { id, occurrence: { count: 1, category: 'novel' } } });
		const options = { fullIncidents: true };
		const [full] = await desk.read('incident:getOutlier', { incidentId: byId(id), options });
		expect(full).toMatchObject({ incident: { id, status: 'triggered' } });
	},

	'incident:getPast': async (desk) => {
		const incident = ofHistory(desk);
		const parameters = { incidentId: byId(incident.id) };
		const rows = await desk.read('incident:getPast', { ...parameters, returnAll: true });
		const known = desk.sandbox.incidents().filter(({ serviceId }) => serviceId === incident.serviceId);
		// More than the five that PagerDuty gives by itself.
		expect(rows.length).toBeGreaterThan(5);
		for (const row of rows) expect(known.map(({ id }) => id)).toContain(incidentOf(row).id);
		expect(rows.map(({ score }) => Number(score))).toEqual(
			rows.map(({ score }) => Number(score)).sort((a, b) => b - a),
		);
		expect(await desk.read('incident:getPast', { ...parameters, limit: 2 })).toEqual(rows.slice(0, 2));
	},

	'incident:getRelated': async (desk) => {
		const { id } = ofHistory(desk);
		const parameters = { incidentId: byId(id), limit: 2 };
		const rows = await desk.read('incident:getRelated', parameters);
		expect(rows).toHaveLength(2);
		expect(rows.map((row) => incidentOf(row).id)).not.toContain(id);
		const [full] = await desk.read('incident:getRelated', {
			...parameters,
			options: { fullIncidents: true },
		});
		expect(full).toMatchObject({
			incident: { id: incidentOf(rows[0]).id, service: { summary: 'Order Fulfilment' } },
		});
	},

	'incident:getRelatedChanges': async (desk) => {
		const rows = await desk.read('incident:getRelatedChanges', { incidentId: byId(ofHistory(desk).id) });
		expect(rows[0]).toMatchObject({
			summary: 'Deployed checkout 2.41',
			correlation_reason: { reason: 'most_recent' },
		});
	},

	'incident:setImpact': async (desk) => {
		const { id } = ofHistory(desk);
		const service = desk.sandbox.businessServices().find(({ name }) => name === 'Back Office');
		const set = async (relation: string) =>
			await desk.read('incident:setImpact', {
				incidentId: byId(id),
				businessServiceId: byId(service?.id ?? ''),
				relation,
			});
		const impacted = async () =>
			(await desk.read('incident:getImpacts', { incidentId: byId(id) })).map((row) => row.id);
		expect(await set('impacted')).toMatchObject([
			{ relation: 'impacted', business_service: { id: service?.id }, incident: { id } },
		]);
		expect(await impacted()).toContain(service?.id);
		await set('not_impacted');
		expect(await impacted()).not.toContain(service?.id);
	},
};
