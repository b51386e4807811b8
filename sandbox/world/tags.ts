/** A label for users, teams and escalation policies. */
export interface Tag {
	id: string;
	/** PagerDuty calls it the label. */
	name: string;
}
