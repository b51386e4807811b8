import type { IncidentFigures } from './incident';
import { none, sumOf } from './interruptions';
import { mean, percentile } from './seconds';

/** Figures over some incidents, by PagerDuty's names for them. Null is the mean of nothing. */
export type Totals = {
	incident_count: number;
	acknowledged_count: number;
	resolved_count: number;
	reopened_count: number;
	mean_seconds_to_first_ack: number | null;
	p50_seconds_to_first_ack: number | null;
	p90_seconds_to_first_ack: number | null;
	mean_seconds_to_resolve: number | null;
	p50_seconds_to_resolve: number | null;
	p90_seconds_to_resolve: number | null;
	manual_escalation_count: number;
	timeout_escalation_count: number;
	reassignment_count: number;
	reassigned_incident_count: number;
	notification_count: number;
	total_interruptions: number;
	business_hour_interruptions: number;
	off_hour_interruptions: number;
	sleep_hour_interruptions: number;
};

/** Adds up the figures of incidents. */
export class Tally {
	private readonly toFirstAck: number[] = [];
	private readonly toResolve: number[] = [];
	private readonly interrupted = none();
	private incidents = 0;
	private reopened = 0;
	private manual = 0;
	private timeout = 0;
	private reassignments = 0;
	private reassigned = 0;
	private notifications = 0;

	add(figures: IncidentFigures): void {
		this.incidents += 1;
		if (figures.secondsToFirstAck !== undefined) this.toFirstAck.push(figures.secondsToFirstAck);
		if (figures.secondsToResolve !== undefined) this.toResolve.push(figures.secondsToResolve);
		if (figures.reopenings > 0) this.reopened += 1;
		if (figures.reassignments > 0) this.reassigned += 1;
		this.manual += figures.manualEscalations;
		this.timeout += figures.timeoutEscalations;
		this.reassignments += figures.reassignments;
		this.notifications += figures.history.notifications;
		this.interrupted.business += figures.interrupted.business;
		this.interrupted.off += figures.interrupted.off;
		this.interrupted.sleep += figures.interrupted.sleep;
	}

	totals(): Totals {
		const { toFirstAck, toResolve, interrupted } = this;
		return {
			incident_count: this.incidents,
			acknowledged_count: toFirstAck.length,
			resolved_count: toResolve.length,
			reopened_count: this.reopened,
			mean_seconds_to_first_ack: mean(toFirstAck),
			p50_seconds_to_first_ack: percentile(toFirstAck, 50),
			p90_seconds_to_first_ack: percentile(toFirstAck, 90),
			mean_seconds_to_resolve: mean(toResolve),
			p50_seconds_to_resolve: percentile(toResolve, 50),
			p90_seconds_to_resolve: percentile(toResolve, 90),
			manual_escalation_count: this.manual,
			timeout_escalation_count: this.timeout,
			reassignment_count: this.reassignments,
			reassigned_incident_count: this.reassigned,
			notification_count: this.notifications,
			total_interruptions: sumOf(interrupted),
			business_hour_interruptions: interrupted.business,
			off_hour_interruptions: interrupted.off,
			sleep_hour_interruptions: interrupted.sleep,
		};
	}
}
