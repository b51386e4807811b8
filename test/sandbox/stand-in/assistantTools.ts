import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Desk } from '../../support/operations/desk';
import type { Tools } from './talk';

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

/** The tools that the assistant knows, as nodes with the parameters that it fills in. */
export function assistantTools({ read }: Desk): Tools {
	const tool =
		(title: string, parameters: (args: IDataObject) => INodeParameters) => async (args: IDataObject) =>
			await read(title, parameters(args));
	const ofIncident = ({ incident }: IDataObject) => ({ incidentId: locator(incident) });
	const ofService = ({ service }: IDataObject) => ({ serviceId: locator(service) });
	return {
		Find_services: tool('service:getAll', ({ search }) => ({
			filters: { query: search } as INodeParameters,
		})),
		Who_is_on_call: tool('onCall:getCurrent', (args) => ({ onCallOf: 'service', ...ofService(args) })),
		List_incidents: tool('incident:getAll', ({ statuses, service, since }) => ({
			filters: { statuses, serviceIds: service, since, allTime: since === '' } as INodeParameters,
		})),
		Count_incidents: tool('incident:count', ({ since }) => ({
			countBy: 'service',
			filters: { since } as INodeParameters,
		})),
		Incident_context: tool('incident:getContext', ofIncident),
		Incident_timeline: tool('incident:getTimeline', ofIncident),
		Past_incidents: tool('incident:getPast', ofIncident),
		Service_status: tool('service:getStatus', ofService),
		Recent_changes: tool('service:getChanges', ofService),
		Add_note: tool('incidentNote:create', (args) => ({ ...ofIncident(args), content: String(args.note) })),
		Acknowledge_incident: tool('incident:acknowledge', ofIncident),
		Resolve_incident: tool('incident:resolve', ofIncident),
	};
}
