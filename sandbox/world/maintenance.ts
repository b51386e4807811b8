/** A time in which services open no incidents. References are ids, times ISO 8601. */
export interface MaintenanceWindow {
	id: string;
	/** Counts from 1 in the order in which windows were made. */
	number: number;
	start: string;
	end: string;
	description: string;
	serviceIds: string[];
	creatorId: string;
}
