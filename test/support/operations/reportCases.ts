import type { Case } from './desk';

/** Reports: what they count is looked at in test/sandbox/report. */
export const reportCases: Record<string, Case> = {
	'report:incidents': async (desk) => {
		const incidents = desk.sandbox.incidents();
		const oldest = incidents.map(({ createdAt }) => createdAt).sort()[0];
		const reports = await desk.read('report:incidents', {
			period: 'custom',
			since: oldest ?? '',
			until: new Date(Date.now() + 60_000).toISOString(),
			responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 5, resolveWithin: 240 }] },
			files: ['html', 'csv', 'pdf'],
			options: { title: 'Harborline in November', timeZone: 'Europe/Berlin' },
		});
		expect(reports).toHaveLength(1);
		expect(reports[0]).toMatchObject({
			title: 'Harborline in November',
			time_zone: 'Europe/Berlin',
			incident_count: incidents.length,
			resolved_count: incidents.filter(({ status }) => status === 'resolved').length,
			response_times: [{ applies_to: 'All incidents', incident_count: incidents.length }],
		});
	},
};
