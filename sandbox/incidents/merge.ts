import { alreadyMerged, alreadyResolved, argumentsCausedError, invalidInput } from '../errors';
import type { Agent, Incident } from '../world/entities';
import type { World } from '../world/world';
import { alertLimit, moveAlert } from './alerts';
import { resolve } from './changeStatus';
import { type Announce, stepOf } from './step';

/** Whether it has alerts, or a person opened it. */
export const isMergeable = (world: World, { id }: Incident): boolean =>
	(world.alerts.get(id) ?? []).length > 0 || world.logEntries.get(id)?.[0]?.agent.type === 'user';

/**
 * Moves the alerts of the sources to the target, and resolves the sources.
 * @throws 1001 where the target is resolved, 1019 where a source was merged before, 400 for what cannot be merged
 */
export function merge(
	world: World,
	target: Incident,
	sources: readonly Incident[],
	agent: Agent,
	announce: Announce,
): void {
	if (target.status === 'resolved') throw alreadyResolved();
	if (sources.some(({ mergedInto }) => mergedInto !== undefined)) throw alreadyMerged();
	for (const one of [target, ...sources])
		if (!isMergeable(world, one)) throw invalidInput(`Incident ${one.id} cannot be merged: it has no alerts`);
	if (sources.includes(target)) throw invalidInput('An incident cannot be merged into itself');
	const count = [target, ...sources].reduce((sum, { id }) => sum + (world.alerts.get(id)?.length ?? 0), 0);
	if (count > alertLimit) throw argumentsCausedError(`An incident has ${alertLimit} alerts at most`);
	for (const source of sources) {
		for (const alert of [...(world.alerts.get(source.id) ?? [])]) moveAlert(world, alert, target);
		const step = stepOf(world, source, agent, announce);
		source.mergedInto = target.id;
		source.updatedAt = step.at;
		if (source.status !== 'resolved') resolve(step);
	}
	target.updatedAt = world.now();
}
