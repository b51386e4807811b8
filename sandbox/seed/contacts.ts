import { IdSequence } from '../world/ids';
import type { ContactMethod, NotificationRule } from '../world/contacts';
import type { World } from '../world/world';

/** Everybody can be reached by email; most by text message and phone; some by the app, too. IDs are of a row of their own. */
export function seedContacts(world: World): void {
	const ids = new IdSequence(20260903);
	for (const [index, { id: userId, email }] of [...world.users.values()].entries()) {
		const reach = (method: Omit<ContactMethod, 'id' | 'userId'>): string => {
			const id = ids.short();
			world.contactMethods.set(id, { id, userId, ...method });
			return id;
		};
		const rule = (fields: Omit<NotificationRule, 'id' | 'userId'>) => {
			const id = ids.short();
			world.notificationRules.set(id, { id, userId, ...fields });
		};
		const byEmail = reach({ kind: 'email', label: 'Default', address: email });
		rule({ urgency: 'low', delayMinutes: 0, contactMethodId: byEmail });
		rule({ urgency: 'high', delayMinutes: 0, contactMethodId: byEmail });
		if (index % 4 === 3) continue;
		const phone = { label: 'Mobile', address: `55501${String(index).padStart(2, '0')}`, countryCode: 44 };
		rule({ urgency: 'high', delayMinutes: 0, contactMethodId: reach({ kind: 'sms', ...phone }) });
		rule({ urgency: 'high', delayMinutes: 5, contactMethodId: reach({ kind: 'phone', ...phone }) });
		if (index % 2 === 1) continue;
		const app = { label: 'Phone', address: `device-${index}`, deviceType: 'ios' } as const;
		rule({
			urgency: 'high',
			delayMinutes: 0,
			contactMethodId: reach({ kind: 'push_notification', ...app }),
		});
	}
}
