import type { Case } from './desk';

/** Reports: what they count is looked at in test/sandbox/report. */
export const reportCases: Record<string, Case> = {
	'report:incidents': async (desk) => {
		const incidents = desk.sandbox.incidents();
		const oldest = incidents.map(({ createdAt }) => createdAt).sort()[0];
		const { error, items } = await desk.run('report:incidents', {
			period: 'custom',
			since: oldest ?? '',
			until: new Date(Date.now() + 60_000).toISOString(),
			responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 5, resolveWithin: 240 }] },
			files: ['html', 'csv', 'pdf'],
			options: { title: 'Harborline in November', timeZone: 'Europe/Berlin' },
		});
		expect(error).toBeUndefined();
		const [{ json: report, binary } = { json: {} }] = items;
		expect(items).toHaveLength(1);
		expect(report).toMatchObject({
			title: 'Harborline in November',
			time_zone: 'Europe/Berlin',
			incident_count: incidents.length,
			resolved_count: incidents.filter(({ status }) => status === 'resolved').length,
			response_times: [{ applies_to: 'All incidents', incident_count: incidents.length }],
		});
		expect(binary).toMatchObject({
			html: { mimeType: 'text/html', fileExtension: 'html' },
			csv: { mimeType: 'text/csv', fileExtension: 'csv' },
			pdf: { mimeType: 'application/pdf', fileExtension: 'pdf' },
		});
	},
};
