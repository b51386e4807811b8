/** What an integration reported; an incident has any number of them. */
export interface Alert {
	id: string;
	incidentId: string;
	serviceId: string;
	/** The dedup_key of its events. */
	key: string;
	summary: string;
	status: 'triggered' | 'resolved';
	severity: 'info' | 'warning' | 'error' | 'critical';
	createdAt: string;
	resolvedAt: string | null;
	/** The log entry of the event that opened it, and the incident it then belonged to. */
	opened: { logEntryId: string; incidentId: string };
	/** `custom_details` of that event. */
	details: Record<string, unknown>;
	contexts: AlertContext[];
}

/** A link or an image that came along with an event. */
export interface AlertContext {
	type: 'link' | 'image';
	href?: string;
	text?: string;
	src?: string;
}
