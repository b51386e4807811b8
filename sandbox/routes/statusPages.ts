import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { addRoute } from '../http/rest';
import { pageServiceView, statusPageView, wordView } from '../views/statusPage';
import type { StatusPage } from '../world/statusPages';
import type { World } from '../world/world';

export const postType = z.enum(['incident', 'maintenance']);
const wordQuery = z.object({ post_type: postType.optional() }).strict();

/** What PagerDuty gives whole still says that it is a page of a list. */
export const whole = (name: string, rows: object[]) => ({
	[name]: rows,
	offset: 0,
	limit: Math.max(rows.length, 25),
	more: false,
	total: rows.length,
});

/** @throws 404 */
export function pageIn(world: World, id = ''): StatusPage {
	const page = world.statusPages.get(id);
	if (!page) throw notFound();
	return page;
}

/**
 * operationIds listStatusPages, listStatusPageImpacts, listStatusPageServices, listStatusPageSeverities,
 * listStatusPageStatuses
 */
export function addStatusPageRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const scope = 'status_pages.read';

	addRoute(app, account, {
		method: 'GET',
		path: '/status_pages',
		scope,
		query: z.object({ status_page_type: z.enum(['public', 'private']).optional() }).strict(),
		answer: ({ query: { status_page_type: wanted } }) => {
			const pages = [...world.statusPages.values()].filter(({ type }) => (wanted ?? type) === type);
			return whole('status_pages', pages.map(statusPageView));
		},
	});

	for (const [kind, plural] of [
		['impact', 'impacts'],
		['severity', 'severities'],
		['status', 'statuses'],
	] as const)
		addRoute(app, account, {
			method: 'GET',
			path: `/status_pages/:id/${plural}`,
			scope,
			query: wordQuery,
			answer: ({ params, query }) => {
				const page = pageIn(world, params.id);
				const words = page[plural].filter((word) => (query.post_type ?? word.postType) === word.postType);
				return whole(plural, words.map(wordView(kind, plural, page)));
			},
		});

	addRoute(app, account, {
		method: 'GET',
		path: '/status_pages/:id/services',
		scope,
		answer: ({ params }) => {
			const page = pageIn(world, params.id);
			return whole('services', page.services.map(pageServiceView(page)));
		},
	});
}
