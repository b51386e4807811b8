import { byId, type Case } from './desk';

/** Ways to open incidents beside a plain one. */
export const incidentOpenCases: Record<string, Case> = {
	'incident:createForServices': async (desk) => {
		const services = desk.sandbox.services().slice(0, 2);
		const rows = await desk.read('incident:createForServices', {
			serviceIds: services.map(({ id }) => id),
			title: 'The data centre has no power',
			additionalFields: { details: 'Since 9:40', urgency: 'high' },
		});
		expect(rows).toMatchObject(
			services.map(({ id, name }) => ({
				created: true,
				status: 'triggered',
				service: { id, summary: name },
				correlation_id: rows[0]?.correlation_id,
				incident_key: rows[0]?.correlation_id,
			})),
		);
		const [first, second] = rows.map(({ id }) => String(id));
		expect(desk.sandbox.incident(first ?? '')?.details).toBe(
			`Since 9:40\n\nCorrelation ID: ${String(rows[0]?.correlation_id)}`,
		);
		for (const [index, id] of [first, second].entries()) {
			const other = rows[1 - index];
			expect(desk.sandbox.notes(id ?? '').map(({ content }) => content.split('\n'))).toEqual([
				[
					expect.stringContaining(String(other?.correlation_id)),
					`#${String(other?.incident_number)} ${services[1 - index]?.name}: ${String(other?.html_url)}`,
				],
			]);
		}
	},

	'incident:upsert': async (desk) => {
		const [service] = desk.sandbox.services();
		const problem = { serviceId: byId(service?.id ?? ''), incidentKey: 'mail-queue/size' };
		const [created] = await desk.read('incident:upsert', {
			...problem,
			title: '400 mails are waiting',
			additionalFields: { details: 'Since 9:40', urgency: 'low' },
		});
		expect(created).toMatchObject({ created: true, status: 'triggered', urgency: 'low' });
		const [updated] = await desk.read('incident:upsert', {
			...problem,
			title: '900 mails are waiting',
			additionalFields: { details: 'The disk of mail-3 is full', urgency: 'high' },
		});
		expect(updated).toMatchObject({
			id: created?.id,
			created: false,
			title: '900 mails are waiting',
			urgency: 'high',
		});
		expect(desk.sandbox.incident(String(created?.id))).toMatchObject({ details: 'Since 9:40' });
		const notes = desk.sandbox.notes(String(created?.id));
		expect(notes.map(({ content }) => content)).toEqual(['The disk of mail-3 is full']);
	},
};
