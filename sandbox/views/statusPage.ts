import type { PageWord, PostUpdate, StatusPage, StatusPagePost } from '../world/statusPages';
import { apiUrl } from './reference';

const pageTag = (id: string) => ({ id, type: 'status_page' });
const part = (kind: string, id: string) => ({ id, type: `status_page_${kind}` });

export const statusPageView = ({ id, name, type, url, publishedAt }: StatusPage) => ({
	...pageTag(id),
	name,
	status_page_type: type,
	url,
	published_at: publishedAt,
});

/** A word of a page: an impact, a severity, a status. */
export const wordView =
	(kind: 'impact' | 'severity' | 'status', plural: string, page: StatusPage) => (word: PageWord) => ({
		...part(kind, word.id),
		self: apiUrl(`/status_pages/${page.id}/${plural}/${word.id}`),
		description: word.description,
		post_type: word.postType,
		status_page: pageTag(page.id),
	});

export const pageServiceView = (page: StatusPage) => (service: StatusPage['services'][number]) => ({
	...part('service', service.id),
	self: apiUrl(`/status_pages/${page.id}/services/${service.id}`),
	name: service.name,
	status_page: pageTag(page.id),
	business_service: { id: service.businessServiceId, type: 'business_service' },
});

const postUrl = ({ pageId, id }: StatusPagePost) => apiUrl(`/status_pages/${pageId}/posts/${id}`);

export const postUpdateView = (post: StatusPagePost, update: PostUpdate) => ({
	...part('post_update', update.id),
	self: `${postUrl(post)}/post_updates/${update.id}`,
	post: part('post', post.id),
	message: update.message,
	reviewed_status: 'approved',
	status: part('status', update.statusId),
	severity: part('severity', update.severityId),
	impacted_services: update.impacts.map(({ serviceId, impactId }) => ({
		service: part('service', serviceId),
		impact: part('impact', impactId),
	})),
	update_frequency_ms: update.updateFrequencyMs,
	notify_subscribers: update.notifySubscribers,
	reported_at: update.reportedAt,
});

/** @param full whether its updates come whole */
export const postView = (post: StatusPagePost, full: boolean) => ({
	...part('post', post.id),
	self: postUrl(post),
	post_type: post.postType,
	status_page: pageTag(post.pageId),
	title: post.title,
	starts_at: post.startsAt,
	ends_at: post.endsAt,
	updates: post.updates.map((update) =>
		full ? postUpdateView(post, update) : part('post_update', update.id),
	),
});
