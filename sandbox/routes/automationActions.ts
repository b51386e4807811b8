import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { cursorPage, cursorQuery, matches } from '../http/paging';
import { addRoute } from '../http/rest';
import { actionView, invocationView, runnerView } from '../views/automation';
import { held } from '../views/reference';

const actionQuery = z
	.object({
		...cursorQuery,
		name: z.string().optional(),
		runner_id: z.string().optional(),
		classification: z.enum(['diagnostic', 'remediation']).optional(),
		team_id: z.string().optional(),
		service_id: z.string().optional(),
		action_type: z.enum(['script', 'process_automation']).optional(),
	})
	.strict();

const invocationQuery = z
	.object({ incident_id: z.string().optional(), action_id: z.string().optional() })
	.strict();

const invocationBody = z
	.object({
		invocation: z
			.object({
				metadata: z.object({ incident_id: z.string(), alert_id: z.string().optional() }).strict(),
			})
			.strict(),
	})
	.strict();

/**
 * operationIds getAllAutomationActions, getAutomationAction, createAutomationActionInvocation,
 * getAutomationActionsInvocation, listAutomationActionInvocations, getAutomationActionsRunners
 */
export function addAutomationRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const actionOf = (id = '') => {
		const action = world.automationActions.get(id);
		if (!action) throw notFound();
		return action;
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/automation_actions/actions',
		scope: null,
		query: actionQuery,
		answer: ({ query }) => {
			const same = (wanted: string | undefined, is: string) => wanted === undefined || wanted === is;
			const wanted = [...world.automationActions.values()]
				.filter(
					(action) =>
						matches(query.name, action.name) &&
						(query.runner_id === 'any' || same(query.runner_id, action.runnerId)) &&
						same(query.classification, action.classification) &&
						same(query.action_type, action.type) &&
						(query.team_id === undefined || action.teamIds.includes(query.team_id)) &&
						(query.service_id === undefined || action.serviceIds.includes(query.service_id)),
				)
				.sort((a, b) => a.name.localeCompare(b.name));
			return {
				...cursorPage('actions', wanted, query, (action) => actionView(world, action, false)),
				privileges: { permissions: ['create'] },
			};
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/automation_actions/actions/:id',
		scope: null,
		answer: ({ params }) => ({ action: actionView(world, actionOf(params.id), true) }),
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/automation_actions/actions/:id/invocations',
		scope: null,
		status: 201,
		body: invocationBody,
		answer: ({ params, caller, body }) => {
			const action = actionOf(params.id);
			const incident = world.incidents.get(body.invocation.metadata.incident_id);
			if (!incident) throw invalidInput('Incident was not found');
			const id = world.ids.long();
			const invocation = {
				id,
				actionId: action.id,
				incidentId: incident.id,
				userId: caller.userId,
				createdAt: world.now(),
			};
			world.invocations.set(id, invocation);
			account.changed();
			return { invocation: invocationView(world, invocation) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/automation_actions/invocations',
		scope: null,
		query: invocationQuery,
		answer: ({ query }) => ({
			invocations: [...world.invocations.values()]
				.filter(
					({ actionId, incidentId }) =>
						(query.action_id ?? actionId) === actionId && (query.incident_id ?? incidentId) === incidentId,
				)
				.map((invocation) => invocationView(world, invocation))
				.reverse(),
		}),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/automation_actions/invocations/:id',
		scope: null,
		answer: ({ params }) => {
			if (!world.invocations.has(params.id ?? '')) throw notFound();
			return { invocation: invocationView(world, held(world.invocations, params.id ?? '')) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/automation_actions/runners',
		scope: null,
		query: z.object({ ...cursorQuery, name: z.string().optional() }).strict(),
		answer: ({ query }) => {
			const wanted = [...world.runners.values()].filter(({ name }) => matches(query.name, name));
			return {
				...cursorPage('runners', wanted, query, runnerView),
				privileges: { permissions: ['create'] },
			};
		},
	});
}
