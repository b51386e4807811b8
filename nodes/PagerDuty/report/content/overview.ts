import type { Block, Fact } from '../document';
import type { Figures } from '../figures';
import { metPercent } from '../figures/responseTimes';
import { numberText, percentText, secondsText } from './words';

/** What people want to know first. */
export const overview = (figures: Figures): Block[] => [
	{
		kind: 'facts',
		facts: [
			...incidentFacts(figures),
			...timeFacts(figures),
			...responseFacts(figures),
			...effortFacts(figures),
		],
	},
];

function incidentFacts({ incident_count: all, resolved_count: resolved, reopened_count }: Figures): Fact[] {
	return [
		{
			label: 'Incidents',
			value: numberText(all),
			note: `${numberText(resolved)} resolved, ${numberText(all - resolved)} open, ${numberText(reopened_count)} reopened`,
		},
	];
}

function timeFacts(figures: Figures): Fact[] {
	const note = (mean: number | null, p90: number | null) =>
		mean === null ? undefined : `mean ${secondsText(mean)}, 90 % within ${secondsText(p90)}`;
	return [
		{
			label: 'Median Time to Acknowledge',
			value: secondsText(figures.p50_seconds_to_first_ack),
			note: note(figures.mean_seconds_to_first_ack, figures.p90_seconds_to_first_ack),
		},
		{
			label: 'Median Time to Resolve',
			value: secondsText(figures.p50_seconds_to_resolve),
			note: note(figures.mean_seconds_to_resolve, figures.p90_seconds_to_resolve),
		},
	];
}

/** Over all response times together, each limit of each incident counted once. */
function responseFacts({ response_times: rows }: Figures): Fact[] {
	const fact = (label: string, what: 'acknowledge' | 'resolve'): Fact[] => {
		const limits = rows.flatMap((row) => row[what] ?? []);
		if (limits.length === 0) return [];
		const sum = (name: 'met_count' | 'missed_count') => limits.reduce((total, row) => total + row[name], 0);
		const [met, missed] = [sum('met_count'), sum('missed_count')];
		return [{ label, value: percentText(metPercent(met, missed)), note: `${numberText(missed)} missed` }];
	};
	return [...fact('Acknowledged in Time', 'acknowledge'), ...fact('Resolved in Time', 'resolve')];
}

function effortFacts(figures: Figures): Fact[] {
	const { total_interruptions, off_hour_interruptions, sleep_hour_interruptions } = figures;
	const { manual_escalation_count: manual, timeout_escalation_count: timeout } = figures;
	const outOfHours = off_hour_interruptions + sleep_hour_interruptions;
	return [
		{
			label: 'Interruptions',
			value: numberText(total_interruptions),
			note: `${numberText(outOfHours)} out of hours, ${numberText(sleep_hour_interruptions)} of them at night`,
		},
		{
			label: 'Escalations',
			value: numberText(manual + timeout),
			note: `${numberText(timeout)} by timeout, ${numberText(manual)} by hand`,
		},
		{
			label: 'Reassignments',
			value: numberText(figures.reassignment_count),
			note: `of ${numberText(figures.reassigned_incident_count)} incidents`,
		},
	];
}
