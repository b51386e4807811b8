import { z } from 'zod';
import { invalidInput } from '../errors';
import { atMost } from '../http/input';
import type { PostUpdate, StatusPage } from '../world/statusPages';
import { postType } from './statusPages';

const part = (kind: string) =>
	z.object({ id: z.string(), type: z.literal(`status_page_${kind}`).optional() }).strict();
const time = z.string().datetime({ offset: true });

const update = z
	.object({
		type: z.literal('status_page_post_update'),
		post: part('post').optional(),
		message: z.string(),
		status: part('status'),
		severity: part('severity'),
		impacted_services: z.array(z.object({ service: part('service'), impact: part('impact') }).strict()),
		update_frequency_ms: z.number().int().nullable(),
		notify_subscribers: z.boolean(),
		reported_at: time.nullish(),
	})
	.strict();

const post = z
	.object({
		type: z.literal('status_page_post'),
		title: atMost(128, z.string().min(1)),
		post_type: postType,
		starts_at: time.nullable(),
		ends_at: time.nullable(),
		status_page: z.object({ id: z.string(), type: z.literal('status_page').optional() }).strict(),
	})
	.strict();

export const newPost = z
	.object({ post: post.extend({ updates: z.array(update).min(1).max(50) }).strict() })
	.strict();
export const changedPost = z.object({ post }).strict();
export const newUpdate = z.object({ post_update: update.extend({ post: part('post') }).strict() }).strict();

/** What a body says of a post itself. @throws 400 for maintenance without times */
export function postFrom(sent: z.output<typeof post>) {
	if (sent.post_type === 'maintenance' && (sent.starts_at === null || sent.ends_at === null))
		throw invalidInput('Maintenance needs starts_at and ends_at');
	return {
		title: sent.title,
		postType: sent.post_type,
		startsAt: sent.starts_at,
		endsAt: sent.ends_at,
	};
}

/** An update as the sandbox keeps it. @throws 400 where the page has no such word or service */
export function updateFrom(
	page: StatusPage,
	sent: z.output<typeof update>,
	id: string,
	now: string,
): PostUpdate {
	const demand = (rows: ReadonlyArray<{ id: string }>, wanted: string, what: string) => {
		if (!rows.some((row) => row.id === wanted)) throw invalidInput(`${what} was not found`);
		return wanted;
	};
	return {
		id,
		message: sent.message,
		statusId: demand(page.statuses, sent.status.id, 'Status'),
		severityId: demand(page.severities, sent.severity.id, 'Severity'),
		impacts: sent.impacted_services.map(({ service, impact }) => ({
			serviceId: demand(page.services, service.id, 'Service'),
			impactId: demand(page.impacts, impact.id, 'Impact'),
		})),
		notifySubscribers: sent.notify_subscribers,
		updateFrequencyMs: sent.update_frequency_ms,
		reportedAt: sent.reported_at ?? now,
	};
}
