import type { Urgency } from '../world/entities';

/** One incident of the past. Times after the start are in minutes; without `resolvedAfter` it is still open. */
export interface Story {
	hoursAgo: number;
	service: string;
	title: string;
	urgency: Urgency;
	priority?: string;
	acknowledgedAfter?: number;
	resolvedAfter?: number;
	resolution?: string;
	notes?: string[];
	details?: string;
}
