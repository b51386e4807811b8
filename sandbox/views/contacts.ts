import type { ContactMethod, NotificationRule } from '../world/contacts';
import type { World } from '../world/world';
import { apiUrl, asReference, held } from './reference';

const tag = (method: ContactMethod) => ({
	id: method.id,
	type: `${method.kind}_contact_method`,
	summary: method.label,
	self: apiUrl(`/users/${method.userId}/contact_methods/${method.id}`),
	html_url: null,
});

export const contactMethodReference = (method: ContactMethod) => asReference(tag(method));

export const contactMethodView = (method: ContactMethod) => ({
	...tag(method),
	label: method.label,
	address: method.address,
	...(method.kind === 'email' ? { send_short_email: false } : {}),
	...(method.countryCode === undefined
		? {}
		: { country_code: method.countryCode, enabled: true, blacklisted: false }),
	...(method.deviceType === undefined ? {} : { device_type: method.deviceType, blacklisted: false }),
});

const ruleTag = (world: World, rule: NotificationRule) => ({
	id: rule.id,
	type: 'assignment_notification_rule',
	summary: `${rule.delayMinutes} minutes: ${held(world.contactMethods, rule.contactMethodId).label}`,
	self: apiUrl(`/users/${rule.userId}/notification_rules/${rule.id}`),
	html_url: null,
});

export const notificationRuleReference = (world: World, rule: NotificationRule) =>
	asReference(ruleTag(world, rule));

/** A notification rule; `include` may ask for contact_methods in full. */
export function notificationRuleView(
	world: World,
	rule: NotificationRule,
	include: ReadonlySet<string> = new Set(),
) {
	const method = held(world.contactMethods, rule.contactMethodId);
	return {
		...ruleTag(world, rule),
		start_delay_in_minutes: rule.delayMinutes,
		urgency: rule.urgency,
		contact_method: include.has('contact_methods')
			? contactMethodView(method)
			: contactMethodReference(method),
	};
}

export const contactMethodsOf = ({ contactMethods }: World, userId: string): ContactMethod[] =>
	[...contactMethods.values()].filter((method) => method.userId === userId);

export const notificationRulesOf = ({ notificationRules }: World, userId: string): NotificationRule[] =>
	[...notificationRules.values()].filter((rule) => rule.userId === userId);
