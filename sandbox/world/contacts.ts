/** A way to reach a user. */
export interface ContactMethod {
	id: string;
	userId: string;
	kind: 'email' | 'phone' | 'sms' | 'push_notification';
	label: string;
	address: string;
	/** Only of phones and text messages. */
	countryCode?: number;
	/** Only of push notifications. */
	deviceType?: 'android' | 'ios';
}

/** When a user wants to be reached in which way. */
export interface NotificationRule {
	id: string;
	userId: string;
	urgency: 'high' | 'low';
	delayMinutes: number;
	contactMethodId: string;
}
