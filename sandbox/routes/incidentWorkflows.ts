import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { oneOfMany, reference } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { workflowView } from '../views/automation';
import { asReference, incidentTag } from '../views/reference';

const listQuery = z
	.object({ ...pagingQuery, query: z.string().optional(), 'include[]': oneOfMany(['steps', 'team']) })
	.strict();

const instanceBody = z
	.object({
		incident_workflow_instance: z
			.object({ id: z.string().optional(), incident: reference('incident_reference') })
			.strict(),
	})
	.strict();

/** operationIds listIncidentWorkflows, getIncidentWorkflow, createIncidentWorkflowInstance */
export function addIncidentWorkflowRoutes(app: FastifyInstance, account: Account): void {
	const { world, publisher } = account;
	const found = (id = '') => {
		const workflow = world.incidentWorkflows.get(id);
		if (!workflow) throw notFound();
		return workflow;
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/incident_workflows',
		scope: 'incident_workflows.read',
		query: listQuery,
		answer: ({ query }) => {
			const wanted = [...world.incidentWorkflows.values()].filter(({ name }) => matches(query.query, name));
			const include = new Set<string>(query['include[]']);
			return page('incident_workflows', wanted, query, (workflow) => workflowView(workflow, include));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incident_workflows/:id',
		scope: 'incident_workflows.read',
		// So says the document.
		status: 201,
		answer: ({ params }) => ({
			incident_workflow: workflowView(found(params.id), new Set(['steps', 'team'])),
		}),
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/incident_workflows/:id/instances',
		scope: 'incident_workflows:instances.write',
		status: 201,
		body: instanceBody,
		answer: ({ params, caller, body: { incident_workflow_instance: sent } }) => {
			const workflow = found(params.id);
			const incident = world.incidents.get(sent.incident.id);
			if (!incident) throw invalidInput('Incident was not found');
			const id = sent.id ?? world.ids.uuid();
			const startedAt = world.now();
			world.workflowInstances.set(id, { id, workflowId: workflow.id, incidentId: incident.id, startedAt });
			const agent = caller.userId === null ? null : ({ type: 'user', id: caller.userId } as const);
			publisher.incident('incident.workflow.started', incident, agent);
			account.changed();
			return {
				incident_workflow_instance: {
					id,
					type: 'incident_workflow_instance',
					incident: asReference(incidentTag(incident)),
				},
			};
		},
	});
}
