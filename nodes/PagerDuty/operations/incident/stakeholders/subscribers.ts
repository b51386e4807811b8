import type { Conflict } from '../../../engine/operation';
import { teamIds } from '../../../fields/objects/team';
import { userIds } from '../../../fields/objects/user';

const words = (what: string) =>
	`${what}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`;

/** The users among the subscribers. @param what as in "Users to subscribe" */
export const subscribingUserIds = (what: string) => ({ ...userIds, description: words(what) }) as const;

/** The teams among them. */
export const subscribingTeamIds = (what: string) => ({ ...teamIds, description: words(what) }) as const;

interface Subscribers {
	readonly userIds?: readonly string[];
	readonly teamIds?: readonly string[];
}

/** Users and teams as PagerDuty's requests name them. */
export const subscribersOf = ({ userIds = [], teamIds = [] }: Subscribers) => ({
	subscribers: [
		...userIds.map((id) => ({ subscriber_id: id, subscriber_type: 'user' })),
		...teamIds.map((id) => ({ subscriber_id: id, subscriber_type: 'team' })),
	],
});

export const nobodyNamed = (given: Subscribers): Conflict | undefined =>
	subscribersOf(given).subscribers.length > 0
		? undefined
		: { field: 'userIds', message: 'or "Team Names or IDs" must name somebody' };
