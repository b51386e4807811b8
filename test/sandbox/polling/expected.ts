import type { Sandbox } from '../../../sandbox';
import { shiftsBetween } from '../../../sandbox/schedules/shifts';
import { minute } from './pollingAtSandbox';

/** What the log of the sandbox says, told in another way than the node works it out: moment by moment. */

/** Breaches that fell due up to a moment, as `<incident> <what> <start>`. */
export function expectedBreaches(
	sandbox: Sandbox,
	{ acknowledgeWithin, resolveWithin }: { acknowledgeWithin: number; resolveWithin: number },
	now: number,
): string[] {
	const breaches: string[] = [];
	for (const { id } of sandbox.incidents()) {
		let start: string | undefined;
		let unanswered = false;
		const miss = (what: string, within: number, until: number) => {
			if (start !== undefined && until > Date.parse(start) + within * minute)
				breaches.push(`${id} ${what} ${start}`);
		};
		for (const { kind, createdAt, changeset = [] } of sandbox.log(id)) {
			const at = Date.parse(createdAt);
			const reopened = kind === 'field_value_change' && changeset.includes('Incident reopened');
			if (kind === 'trigger' || reopened) [start, unanswered] = [createdAt, true];
			if (kind === 'acknowledge' || kind === 'resolve') {
				if (unanswered) miss('acknowledge', acknowledgeWithin, at);
				unanswered = false;
			}
			if (kind === 'resolve') {
				miss('resolve', resolveWithin, at);
				start = undefined;
			}
		}
		if (unanswered) miss('acknowledge', acknowledgeWithin, now);
		miss('resolve', resolveWithin, now);
	}
	return breaches;
}

/** Everybody's coming and going by all schedules, as `<schedule> <time> <who is on call now>`. */
export function expectedHandoffs(sandbox: Sandbox, since: number, now: number): string[] {
	return sandbox.schedules().flatMap((schedule) => {
		const shifts = shiftsBetween(schedule, since, now);
		const onCallAt = (at: number) =>
			shifts.find(({ start, end }) => start <= at && at < end)?.userId ?? 'nobody';
		const moments = shifts.flatMap(({ start, end }) => [start, end]).filter((at) => since < at && at <= now);
		return [...new Set(moments)]
			.filter((at) => onCallAt(at) !== onCallAt(at - 1))
			.map((at) => `${schedule.id} ${new Date(at).toISOString().slice(0, 19)}Z ${onCallAt(at)}`);
	});
}
