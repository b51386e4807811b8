/** A change that was reported through the Events API: a deployment, say. */
export interface ChangeEvent {
	id: string;
	serviceId: string;
	summary: string;
	source: string | null;
	/** ISO 8601. */
	timestamp: string;
	customDetails: Record<string, unknown>;
	links: Array<{ href: string; text?: string }>;
	images: Array<{ src: string; href?: string; alt?: string }>;
}
