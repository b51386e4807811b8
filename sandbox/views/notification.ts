import type { ContactMethod } from '../world/contacts';
import type { Incident } from '../world/entities';
import type { World } from '../world/world';
import { contactMethodsOf } from './contacts';
import { userView } from './people';
import { held, userReference } from './reference';

/** Somebody was told of an incident. */
export interface Notification {
	id: string;
	type: string;
	at: string;
	method: ContactMethod;
}

/** Who was told of an incident when it was opened: the first level of its policy, in every way they can be reached. */
function ofIncident(world: World, { id, policyId, createdAt }: Incident): Notification[] {
	const [first] = world.policies.get(policyId)?.rules ?? [];
	return (first?.userIds ?? []).flatMap((userId) =>
		contactMethodsOf(world, userId).map((method, index) => ({
			id: `P${id.slice(-5)}${index}`,
			type: method.kind === 'push_notification' ? method.kind : `${method.kind}_notification`,
			at: createdAt,
			method,
		})),
	);
}

/** All notifications of a time, oldest first. */
export const notificationsBetween = (world: World, since: number, until: number): Notification[] =>
	[...world.incidents.values()]
		.flatMap((incident) => ofIncident(world, incident))
		.filter(({ at }) => Date.parse(at) >= since && Date.parse(at) < until)
		.sort((a, b) => a.at.localeCompare(b.at));

/** A notification; `include` may ask for users in full. */
export const notificationView = (
	world: World,
	{ id, type, at, method }: Notification,
	include: ReadonlySet<string>,
) => ({
	id,
	type,
	started_at: at,
	...(method.kind === 'push_notification' ? {} : { address: method.address }),
	user: include.has('users')
		? userView(world, held(world.users, method.userId), new Set())
		: userReference(world, method.userId),
	status: 'success',
});
