import { path } from '../../api/path';
import { required } from '../field';
import { byId, locator } from '../locator';
import { search } from '../picker';

export const searchIncidentWorkflows = search({
	request: (query) => ({ method: 'GET', path: path`/incident_workflows`, query: { query } }),
	list: 'incident_workflows',
	scopes: ['incident_workflows.read'],
	name: (row) => String(row.name),
});

export const incidentWorkflowId = required(
	locator({
		name: 'incidentWorkflowId',
		displayName: 'Incident Workflow',
		description: 'The incident workflow, as it is set up in PagerDuty under Automation',
		search: 'searchIncidentWorkflows',
		noun: 'incident workflow',
		modes: [byId('01DN4HPBQAAAAG05V5QQYBRZMF')],
	}),
);
