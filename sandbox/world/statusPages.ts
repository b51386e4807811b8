/** Status pages, and what customers read there. */

export type PostType = 'incident' | 'maintenance';

export interface StatusPage {
	id: string;
	name: string;
	type: 'public' | 'private';
	url: string;
	publishedAt: string;
	/** The words of the page. */
	impacts: PageWord[];
	severities: PageWord[];
	statuses: PageWord[];
	services: Array<{ id: string; name: string; businessServiceId: string }>;
}

export interface PageWord {
	id: string;
	description: string;
	postType: PostType;
}

export interface StatusPagePost {
	id: string;
	pageId: string;
	title: string;
	postType: PostType;
	startsAt: string | null;
	endsAt: string | null;
	/** Oldest first. */
	updates: PostUpdate[];
}

export interface PostUpdate {
	id: string;
	message: string;
	statusId: string;
	severityId: string;
	impacts: Array<{ serviceId: string; impactId: string }>;
	notifySubscribers: boolean;
	updateFrequencyMs: number | null;
	reportedAt: string;
}

/** A text for status updates, with places for an incident: `{{incident.title}}`. */
export interface StatusTemplate {
	id: string;
	name: string;
	description: string;
	createdAt: string;
	userId: string;
	fields: { email_subject: string; email_body: string; message: string };
}
