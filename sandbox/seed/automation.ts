import type { AutomationAction } from '../world/automation';
import { IdSequence } from '../world/ids';
import { timestamp, type World } from '../world/world';

const day = 86_400_000;

const workflows = [
	{
		name: 'Open a war room',
		description: 'A channel, a call and an incident commander',
		steps: ['Create a channel', 'Add a conference bridge', 'Add responders'],
	},
	{
		name: 'Tell the shop managers',
		description: 'Writes to everybody who runs a shop',
		steps: ['Send a status update'],
	},
];

const actions: Array<Pick<AutomationAction, 'name' | 'description' | 'type' | 'classification' | 'content'>> =
	[
		{
			name: 'Collect logs of the web servers',
			description: 'The last 500 lines of each',
			type: 'script',
			classification: 'diagnostic',
			content: 'journalctl -u web -n 500',
		},
		{
			name: 'Restart the web servers',
			description: 'One after another',
			type: 'script',
			classification: 'remediation',
			content: 'systemctl restart web',
		},
		{
			name: 'Roll back the last deployment',
			description: 'Puts the version before it in its place',
			type: 'process_automation',
			classification: 'remediation',
			content: '8f2d0c7e-5b1a-4c3e-9d6f-0a1b2c3d4e5f',
		},
	];

/** Workflows, a runner and its actions. IDs are of a row of their own. */
export function seedAutomation(world: World): void {
	const ids = new IdSequence(20260903);
	const createdAt = timestamp(new Date(world.clock.now().getTime() - 200 * day));
	const [team] = world.teams.keys();
	const [service] = world.services.keys();
	for (const { steps, ...workflow } of workflows) {
		const id = ids.long();
		world.incidentWorkflows.set(id, {
			id,
			...workflow,
			teamId: team ?? null,
			enabled: true,
			createdAt,
			steps: steps.map((name) => ({
				id: ids.long(),
				name,
				actionId: `pagerduty.com:${name.toLowerCase().replaceAll(' ', '-')}:1`,
				inputs: [],
			})),
		});
	}
	const runner = {
		id: ids.long(),
		name: 'Harborline data centre',
		description: 'Runs in our own network',
		createdAt,
	};
	world.runners.set(runner.id, runner);
	for (const action of actions) {
		const id = ids.long();
		const [serviceIds, teamIds] = [service, team].map((one) => (one === undefined ? [] : [one])) as [
			string[],
			string[],
		];
		world.automationActions.set(id, { id, ...action, runnerId: runner.id, serviceIds, teamIds, createdAt });
	}
}

/** One action that was carried out for the newest incident. */
export function seedInvocation(world: World): void {
	const incident = [...world.incidents.values()].at(-1);
	const [action] = world.automationActions.values();
	if (!incident || !action) return;
	const id = new IdSequence(20260905).long();
	const [actionId, incidentId] = [action.id, incident.id];
	world.invocations.set(id, { id, actionId, incidentId, userId: null, createdAt: incident.createdAt });
}
