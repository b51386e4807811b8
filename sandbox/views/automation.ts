import type { AutomationAction, IncidentWorkflow, Invocation, Runner } from '../world/automation';
import { timestamp, type World } from '../world/world';
import {
	apiUrl,
	asReference,
	held,
	incidentTag,
	serviceReference,
	teamReference,
	userReference,
	webUrl,
} from './reference';

const tag = (type: string, apiPath: string, { id, name }: { id: string; name: string }) => ({
	id,
	type,
	summary: name,
	self: apiUrl(`${apiPath}/${id}`),
	html_url: null,
});

/** A workflow; `include` may ask for steps and team. */
export const workflowView = (workflow: IncidentWorkflow, include: ReadonlySet<string>) => ({
	...tag('incident_workflow', '/incident_workflows', workflow),
	html_url: webUrl(`/flex-workflows/workflows/${workflow.id}`),
	name: workflow.name,
	description: workflow.description,
	created_at: workflow.createdAt,
	is_enabled: workflow.enabled,
	...(include.has('team') && workflow.teamId !== null
		? { team: { id: workflow.teamId, type: 'team_reference' } }
		: {}),
	...(include.has('steps')
		? {
				steps: workflow.steps.map(({ id, name, actionId, inputs }) => ({
					id,
					type: 'step',
					name,
					action_configuration: { action_id: actionId, inputs },
				})),
			}
		: {}),
});

export const runnerView = (runner: Runner) => ({
	...tag('runner', '/automation_actions/runners', runner),
	runner_type: 'sidecar',
	name: runner.name,
	description: runner.description,
	status: 'Configured',
	creation_time: runner.createdAt,
	teams: [],
	privileges: { permissions: ['create', 'update', 'delete'] },
});

const contentOf = ({ type, content }: AutomationAction) =>
	type === 'script' ? { script: content } : { process_automation_job_id: content };

/** @param isAlone what is read alone tells its teams */
export const actionView = (world: World, action: AutomationAction, isAlone: boolean) => ({
	...tag('action', '/automation_actions/actions', action),
	name: action.name,
	description: action.description,
	action_type: action.type,
	action_classification: action.classification,
	runner: action.runnerId,
	runner_type: 'sidecar',
	services: action.serviceIds.map((id) => serviceReference(world, id)),
	privileges: { permissions: ['invoke'] },
	creation_time: action.createdAt,
	modify_time: action.createdAt,
	action_data_reference: contentOf(action),
	...(isAlone ? { teams: action.teamIds.map((id) => teamReference(world, id)) } : {}),
});

/** What a runner does with an invocation, by the seconds after which it gets there. */
const course = [
	['created', 0],
	['sent', 1],
	['running', 2],
	['completed', 10],
] as const;

export function invocationView(world: World, invocation: Invocation) {
	const action = held(world.automationActions, invocation.actionId);
	const start = Date.parse(invocation.createdAt);
	const timing = course
		.map(([state, seconds]) => ({ state, at: start + seconds * 1000 }))
		.filter(({ at }) => at <= world.clock.now().getTime())
		.map(({ state, at }) => ({ state, timestamp: timestamp(new Date(at)) }));
	const state = timing.at(-1)?.state ?? 'created';
	return {
		...tag('invocation', '/automation_actions/invocations', { id: invocation.id, name: action.name }),
		action_snapshot: {
			name: action.name,
			action_type: action.type,
			action_data_reference: contentOf(action),
		},
		runner_id: action.runnerId,
		timing,
		...(state === 'completed' ? { duration: 8 } : {}),
		state,
		action_id: action.id,
		metadata: {
			agent:
				invocation.userId === null
					? { id: 'PACCOUNT', type: 'account_reference' }
					: userReference(world, invocation.userId),
			incident: asReference(incidentTag(held(world.incidents, invocation.incidentId))),
		},
	};
}
