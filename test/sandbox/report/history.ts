import type { IncidentWithLog, PastEntry, Sandbox } from '../../../sandbox';
import { pick, type Roll } from '../../support/dice';

/** Where and when incidents are dreamt up. Times are in milliseconds since 1970. */
interface Setting {
	readonly sandbox: Sandbox;
	readonly since: number;
	readonly until: number;
	readonly now: number;
}

const iso = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z');

type Status = 'triggered' | 'acknowledged' | 'resolved';
/** What can happen next in each state; what stands there often happens often. */
const next: Record<Status, readonly string[]> = {
	triggered: [
		...['acknowledge', 'acknowledge', 'acknowledge', 'acknowledge', 'acknowledge', 'resolve'],
		...['notify', 'notify', 'escalate', 'assign', 'delegate', 'annotate'],
	],
	acknowledged: [
		...['resolve', 'resolve', 'resolve', 'resolve', 'resolve', 'resolve', 'acknowledge'],
		...['unacknowledge', 'assign', 'notify', 'snooze', 'annotate'],
	],
	resolved: ['annotate', 'end', 'end', 'end', 'end', 'end', 'end', 'reopen'],
};
const leadsTo: Partial<Record<string, Status>> = {
	acknowledge: 'acknowledged',
	unacknowledge: 'triggered',
	reopen: 'triggered',
	resolve: 'resolved',
};

/** The life of one incident: any order of things that can happen, over minutes or over days. */
export function life(roll: Roll, { sandbox, since, until, now }: Setting, mostSteps = 14): IncidentWithLog {
	const users = sandbox.users();
	const created = since + roll(Math.floor((until - since) / 1000)) * 1000;
	const past: PastEntry[] = [];
	let status: Status = 'triggered';
	let [at, changed] = [created, created];
	for (let step = roll(mostSteps); step > 0; step--) {
		const what: string = pick(roll, next[status]);
		at += (1 + roll(pick(roll, [30, 600, 40_000]))) * 1000;
		if (what === 'end' || at >= now) break;
		past.push(...entriesOf(roll, what, at, pick(roll, users).id, pick(roll, users).id));
		const to: Status | undefined = leadsTo[what];
		if (to === undefined || (what === 'acknowledge' && status === 'acknowledged')) continue;
		status = to;
		changed = at;
	}
	return {
		title: pick(roll, [
			'Disk is full',
			'Checkout is slow',
			'=HYPERLINK("https://x")',
			'Größe "unbekannt", neu',
		]),
		createdAt: iso(created),
		status,
		resolvedAt: status === 'resolved' ? iso(changed) : null,
		lastStatusChangeAt: iso(changed),
		urgency: pick(roll, ['high', 'low'] as const),
		priorityId: pick(roll, [null, ...sandbox.priorities().map(({ id }) => id)]),
		past,
	};
}

function entriesOf(roll: Roll, what: string, at: number, userId: string, other: string): PastEntry[] {
	switch (what) {
		case 'reopen':
			return [{ kind: 'field_value_change', at: iso(at), userId, changeset: ['Incident reopened'] }];
		case 'notify':
			return Array.from({ length: 1 + roll(4) }, () => ({
				kind: 'notify' as const,
				at: iso(at + roll(90) * 1000),
				notified: {
					userId: pick(roll, [userId, userId, other]),
					way: pick(roll, ['email', 'phone', 'push', 'sms'] as const),
				},
			})).sort((a, b) => a.at.localeCompare(b.at));
		case 'escalate':
			return [{ kind: what, at: iso(at), userId: roll(2) === 0 ? userId : undefined, assigneeIds: [other] }];
		case 'assign':
		case 'delegate':
			return [{ kind: what, at: iso(at), userId, assigneeIds: [other] }];
		case 'resolve':
			return [{ kind: what, at: iso(at), userId: roll(3) === 0 ? undefined : userId }];
		default:
			return [{ kind: what as 'acknowledge', at: iso(at), userId }];
	}
}
