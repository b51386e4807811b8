/** Somebody who is on call for a time, whoever's turn it is. */
export interface Override {
	id: string;
	userId: string;
	start: string;
	end: string;
}

/** People who take turns. All times of the day are UTC. */
export interface Schedule {
	id: string;
	name: string;
	description: string;
	layerId: string;
	start: string;
	turnSeconds: number;
	/** In the order of their turns. */
	userIds: string[];
	/** The hours of a day in which somebody is on call; null for all. */
	hours: { from: number; to: number } | null;
	/** Later ones lie over earlier ones. */
	overrides: Override[];
	/** The levels of escalation policies on which it stands. */
	levels: Array<{ policyId: string; level: number }>;
	teamIds: string[];
}
