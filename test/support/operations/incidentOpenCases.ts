import { byId, type Case } from './desk';

/** Ways to open incidents beside a plain one. */
export const incidentOpenCases: Record<string, Case> = {
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
