import { accountCases } from './accountCases';
import { analyticsCases } from './analyticsCases';
import { automationCases } from './automationCases';
import { byId, type Case } from './desk';
import { eventCases } from './eventCases';
import { incidentAlertCases } from './incidentAlertCases';
import { incidentChangeCases } from './incidentChangeCases';
import { incidentContextCases } from './incidentContextCases';
import { incidentOpenCases } from './incidentOpenCases';
import { incidentResponseCases } from './incidentResponseCases';
import { maintenanceCases } from './maintenanceCases';
import { onCallCases } from './onCallCases';
import { openIncident } from './openIncident';
import { peopleCases } from './peopleCases';
import { plainCases } from './plainCases';
import { reportCases } from './reportCases';
import { scheduleCases } from './scheduleCases';
import { serviceCases } from './serviceCases';
import { statusPageCases } from './statusPageCases';

/** One case for each operation of the node, by resource and operation: by hand where it does more than a plain one. */
export const cases: Record<string, Case> = {
	...plainCases,
	...accountCases,
	...analyticsCases,
	...automationCases,
	...eventCases,
	...incidentAlertCases,
	...incidentChangeCases,
	...incidentContextCases,
	...incidentOpenCases,
	...incidentResponseCases,
	...maintenanceCases,
	...onCallCases,
	...peopleCases,
	...reportCases,
	...scheduleCases,
	...serviceCases,
	...statusPageCases,

	'account:customRequest': async (desk) => {
		const [service] = desk.sandbox.services();
		const path = `/services/${service?.id}`;
		expect(await desk.read('account:customRequest', { path })).toMatchObject([{ id: service?.id }]);
	},

	'incident:acknowledge': async (desk) => {
		const { id } = openIncident(desk);
		const [incident] = await desk.read('incident:acknowledge', { incidentId: byId(id) });
		expect(incident).toMatchObject({
			id,
			status: 'acknowledged',
			acknowledgements: [{ acknowledger: { summary: 'Maya Lindqvist' } }],
		});
		expect(desk.sandbox.incident(id)).toMatchObject({ status: 'acknowledged' });
	},

	'incident:create': async (desk) => {
		const [service] = desk.sandbox.services();
		const [incident] = await desk.read('incident:create', {
			serviceId: byId(service?.id ?? ''),
			title: 'Mail queue is growing',
			additionalFields: {
				details: 'Since 9:40',
				urgency: 'low',
				incidentKey: 'mail-queue',
				incidentType: 'security_incident',
				conferenceUrl: 'https://meet.example.com/war-room',
			},
		});
		expect(incident).toMatchObject({
			title: 'Mail queue is growing',
			status: 'triggered',
			urgency: 'low',
			incident_key: 'mail-queue',
			service: { id: service?.id, summary: service?.name },
		});
		expect(desk.sandbox.incident(String(incident?.id))).toMatchObject({
			details: 'Since 9:40',
			incidentType: 'security_incident',
			conferenceBridge: { conference_url: 'https://meet.example.com/war-room' },
		});
	},

	'incident:get': async (desk) => {
		const { id, number } = openIncident(desk);
		const [byItsId] = await desk.read('incident:get', { incidentId: byId(id) });
		const [byItsNumber] = await desk.read('incident:get', { incidentId: byId(String(number)) });
		expect(byItsId).toMatchObject({ id, incident_number: number, title: 'Mail queue is growing' });
		expect(byItsNumber).toEqual(byItsId);
	},

	'incident:getAll': async (desk) => {
		const { id } = openIncident(desk);
		const incidents = await desk.read('incident:getAll', { limit: 3 });
		expect(incidents).toHaveLength(3);
		const [newest] = await desk.read('incident:getAll', {
			limit: 1,
			options: { sortBy: 'incident_number:desc' },
		});
		expect(newest).toMatchObject({ id });
	},

	'incident:resolve': async (desk) => {
		const { id } = openIncident(desk);
		const [incident] = await desk.read('incident:resolve', {
			incidentId: byId(id),
			resolution: 'Restarted the queue',
		});
		expect(incident).toMatchObject({ id, status: 'resolved', assignments: [] });
		expect(incident?.resolved_at).toEqual(expect.any(String));
	},

	'incident:update': async (desk) => {
		const { id } = openIncident(desk);
		const user = desk.sandbox.users().at(-1);
		const [incident] = await desk.read('incident:update', {
			incidentId: byId(id),
			updateFields: { title: 'Mail queue is stuck', urgency: 'low', assigneeIds: [user?.id ?? ''] },
		});
		expect(incident).toMatchObject({
			id,
			title: 'Mail queue is stuck',
			urgency: 'low',
			assignments: [{ assignee: { summary: user?.name } }],
		});
	},

	'incidentNote:create': async (desk) => {
		const { id } = openIncident(desk);
		const [note] = await desk.read('incidentNote:create', {
			incidentId: byId(id),
			content: 'Disk of mail-3 is full – “/var” at 100 %',
		});
		expect(note).toMatchObject({ content: 'Disk of mail-3 is full – “/var” at 100 %' });
		expect(desk.sandbox.notes(id).map(({ content }) => content)).toEqual([note?.content]);
	},

	'incidentNote:getAll': async (desk) => {
		const { id } = openIncident(desk);
		for (const text of ['first', 'second', 'third']) desk.sandbox.note(id, text);
		const all = await desk.read('incidentNote:getAll', { incidentId: byId(id), returnAll: true });
		expect(all.map(({ content }) => content).sort()).toEqual(['first', 'second', 'third']);
		expect(await desk.read('incidentNote:getAll', { incidentId: byId(id), limit: 2 })).toHaveLength(2);
	},

	'incidentNote:delete': async (desk) => {
		const { id } = openIncident(desk);
		const note = desk.sandbox.note(id, 'Wrong incident');
		const kept = desk.sandbox.note(id, 'Right incident');
		const [deleted] = await desk.read('incidentNote:delete', {
			incidentId: byId(id),
			noteId: byId(note.id),
		});
		expect(deleted).toMatchObject({ id: note.id, deleted: true, incident: { id } });
		expect(desk.sandbox.notes(id)).toEqual([kept]);
	},

	'incidentNote:update': async (desk) => {
		const { id } = openIncident(desk);
		const { id: noteId } = desk.sandbox.note(id, 'The disk is full');
		const [note] = await desk.read('incidentNote:update', {
			incidentId: byId(id),
			noteId: byId(noteId),
			content: 'The disk of mail-3 is full',
		});
		expect(note).toMatchObject({ id: noteId, content: 'The disk of mail-3 is full', incident: { id } });
		expect(desk.sandbox.notes(id)).toMatchObject([{ id: noteId, content: 'The disk of mail-3 is full' }]);
	},

	'logEntry:get': async (desk) => {
		const { id, title } = openIncident(desk);
		const [logged] = desk.sandbox.log(id);
		const entryId = logged?.id ?? '';
		const [entry] = await desk.read('logEntry:get', { logEntryId: byId(entryId) });
		expect(entry).toMatchObject({
			id: entryId,
			type: 'trigger_log_entry',
			created_at: logged?.createdAt,
			incident: { id },
			event_details: { description: title },
		});
	},

	'logEntry:getAll': async (desk) => {
		const { id } = openIncident(desk);
		desk.sandbox.acknowledge(id);
		const types = ['acknowledge_log_entry', 'trigger_log_entry'];
		const ofAccount = await desk.read('logEntry:getAll', { limit: 2 });
		expect(ofAccount.map(({ type }) => type)).toEqual(types);
		const ofIncident = await desk.read('logEntry:getAll', {
			scope: 'incident',
			incidentId: byId(id),
			returnAll: true,
		});
		expect(ofIncident.map(({ type }) => type)).toEqual(types);
		expect(ofIncident).toEqual(ofAccount);
	},
};
