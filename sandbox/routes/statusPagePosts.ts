import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { addRoute } from '../http/rest';
import { postUpdateView, postView } from '../views/statusPage';
import { changedPost, newPost, newUpdate, postFrom, updateFrom } from './postInput';
import { pageIn, postType, whole } from './statusPages';

const reviewed = z.enum(['approved', 'not_reviewed']).optional();

const listQuery = z
	.object({ post_type: postType.optional(), reviewed_status: reviewed, 'status[]': list })
	.strict();

/**
 * operationIds listStatusPagePosts, getStatusPagePost, createStatusPagePost, updateStatusPagePost, deleteStatusPagePost,
 * listStatusPagePostUpdates, createStatusPagePostUpdate
 */
export function addStatusPagePostRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const all = '/status_pages/:id/posts';
	const one = `${all}/:post`;
	const [toRead, toWrite] = ['status_pages.read', 'status_pages.write'];
	const found = ({ id, post: postId = '' }: Record<string, string>) => {
		const page = pageIn(world, id);
		const post = world.statusPagePosts.get(postId);
		if (post?.pageId !== page.id) throw notFound();
		return { page, post };
	};

	addRoute(app, account, {
		method: 'GET',
		path: all,
		scope: toRead,
		query: listQuery,
		answer: ({ params, query }) => {
			const page = pageIn(world, params.id);
			const posts = [...world.statusPagePosts.values()].filter(
				(post) =>
					post.pageId === page.id &&
					(query.post_type ?? post.postType) === post.postType &&
					query.reviewed_status !== 'not_reviewed' &&
					(query['status[]'].length === 0 || query['status[]'].includes(post.updates.at(-1)?.statusId ?? '')),
			);
			return whole('posts', posts.map((post) => postView(post, false)).reverse());
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: one,
		scope: toRead,
		query: z.object({ 'include[]': oneOfMany(['status_page_post_update']) }).strict(),
		answer: ({ params, query }) => ({
			post: postView(found(params).post, query['include[]'].length > 0),
		}),
	});

	addRoute(app, account, {
		method: 'POST',
		path: all,
		scope: toWrite,
		status: 201,
		body: newPost,
		answer: ({ params, body: { post: sent } }) => {
			const page = pageIn(world, params.id);
			const id = world.ids.short();
			const updates = sent.updates.map((update) => updateFrom(page, update, world.ids.short(), world.now()));
			const post = { id, pageId: page.id, ...postFrom(sent), updates };
			world.statusPagePosts.set(id, post);
			account.changed();
			return { post: postView(post, false) };
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: one,
		scope: toWrite,
		body: changedPost,
		answer: ({ params, body }) => {
			const { post } = found(params);
			Object.assign(post, postFrom(body.post));
			account.changed();
			return { post: postView(post, false) };
		},
	});

	addRoute(app, account, {
		method: 'DELETE',
		path: one,
		scope: toWrite,
		status: 204,
		answer: ({ params }) => {
			world.statusPagePosts.delete(found(params).post.id);
			account.changed();
			return undefined;
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: `${one}/post_updates`,
		scope: toRead,
		query: z.object({ reviewed_status: reviewed }).strict(),
		answer: ({ params, query }) => {
			const { post } = found(params);
			const updates = query.reviewed_status === 'not_reviewed' ? [] : post.updates;
			return whole('post_updates', updates.map((update) => postUpdateView(post, update)).reverse());
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: `${one}/post_updates`,
		scope: toWrite,
		status: 201,
		body: newUpdate,
		answer: ({ params, body }) => {
			const { page, post } = found(params);
			const update = updateFrom(page, body.post_update, world.ids.short(), world.now());
			post.updates.push(update);
			account.changed();
			return { post_update: postUpdateView(post, update) };
		},
	});
}
