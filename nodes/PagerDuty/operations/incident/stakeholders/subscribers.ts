import type { Conflict } from '../../../engine/operation';
import { multiSelect } from '../../../fields/multiSelect';

/** The users among the subscribers. @param description as in "Users to subscribe" */
export const subscribingUserIds = (description: string) =>
	multiSelect({ name: 'userIds', noun: 'User', description, load: 'loadUsers' });

/** The teams among them. */
export const subscribingTeamIds = (description: string) =>
	multiSelect({ name: 'teamIds', noun: 'Team', description, load: 'loadTeams' });

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
