import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';

/** What PagerDuty said about whoever is on call for something. */
export interface OnCallRows {
	/** Escalation policies in full of which every level is wanted, also one with nobody on it. */
	readonly policies: readonly IDataObject[];
	/** Who is on call now: rows of PagerDuty's on-calls. */
	readonly now: readonly IDataObject[];
	/** The same, and who will be. */
	readonly ahead: readonly IDataObject[];
}

/** What `Simplify` keeps of a level. */
export const simpleLevel = [
	'escalation_level',
	'on_call',
	'until',
	'next',
	'escalates_after_minutes',
	'escalation_policy',
];

/** A level of an escalation policy. */
interface Place {
	readonly policy: IDataObject | undefined;
	readonly level: number | undefined;
}

/**
 * Level by level: who is on call, until when, who is next, and after how many minutes an incident goes on to the next
 * level. Levels come in the order of their policies.
 */
export function levelsOf({ policies, now, ahead }: OnCallRows): IDataObject[] {
	const places = [
		...policies.flatMap((policy) => rulesOf(policy).map((_, index) => ({ policy, level: index + 1 }))),
		...[...now, ...ahead].map(placeOf).sort(byLevel),
	];
	const each = new Map<string, Place>();
	for (const place of places) if (!each.has(keyOf(place))) each.set(keyOf(place), place);
	return [...each.values()].map((place) => {
		const here = (row: IDataObject) => keyOf(placeOf(row)) === keyOf(place);
		const current = now.filter(here);
		return {
			escalation_policy: referenceTo(place.policy),
			escalation_level: place.level ?? null,
			escalates_after_minutes: delayAt(place),
			on_call: current.map(shiftOf),
			until: earliest(current.map(({ end }) => end)) ?? null,
			next: nextOf(ahead.filter(here), current).map(shiftOf),
		};
	});
}

/** The first shift of each schedule that is not under way. */
function nextOf(rows: readonly IDataObject[], current: readonly IDataObject[]): IDataObject[] {
	const underWay = new Set(current.map(nameOf));
	const first = new Map<unknown, IDataObject>();
	const later = rows.filter((row) => typeof row.start === 'string' && !underWay.has(nameOf(row)));
	for (const row of later.sort((a, b) => timeOf(a.start) - timeOf(b.start))) {
		const schedule = idOf(row.schedule);
		if (!first.has(schedule)) first.set(schedule, row);
	}
	return [...first.values()];
}

/** Tells shifts apart: one person may have several. */
const nameOf = ({ user, schedule, start }: IDataObject) =>
	JSON.stringify([idOf(user), idOf(schedule), start]);

const shiftOf = ({ user, schedule, start, end }: IDataObject) => ({
	user,
	schedule: schedule ?? null,
	start: start ?? null,
	end: end ?? null,
});

const placeOf = ({ escalation_policy: policy, escalation_level: level }: IDataObject): Place => ({
	policy: isObject(policy) ? policy : undefined,
	level: typeof level === 'number' ? level : undefined,
});

const keyOf = ({ policy, level }: Place) => JSON.stringify([idOf(policy), level]);
const byLevel = (a: Place, b: Place) =>
	String(idOf(a.policy)).localeCompare(String(idOf(b.policy))) || (a.level ?? 0) - (b.level ?? 0);

const rulesOf = (policy: IDataObject | undefined): unknown[] =>
	Array.isArray(policy?.escalation_rules) ? policy.escalation_rules : [];

function delayAt({ policy, level = 0 }: Place): number | null {
	const rule = rulesOf(policy)[level - 1];
	return isObject(rule) && typeof rule.escalation_delay_in_minutes === 'number'
		? rule.escalation_delay_in_minutes
		: null;
}

/** A policy that was read in full, as PagerDuty refers to one. */
const referenceTo = (policy: IDataObject | undefined) =>
	policy === undefined
		? null
		: {
				id: policy.id,
				type: 'escalation_policy_reference',
				summary: policy.summary ?? policy.name,
				html_url: policy.html_url ?? null,
			};

const idOf = (object: unknown) => (isObject(object) ? object.id : undefined);
const timeOf = (time: unknown) => Date.parse(String(time));
const earliest = (times: readonly unknown[]) =>
	times.filter((time) => typeof time === 'string').sort((a, b) => timeOf(a) - timeOf(b))[0];
