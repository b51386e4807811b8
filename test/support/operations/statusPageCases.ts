import { byId, type Case, type Desk } from './desk';

/** The first status page, and the words in which it speaks of incidents. */
function stage({ sandbox }: Desk) {
	const [page] = sandbox.statusPages();
	if (!page) throw new Error('The seed has no status page');
	const [impact, severity, status] = [page.impacts[1], page.severities[1], page.statuses[0]];
	const [service] = page.services;
	const content = {
		statusId: byId(status?.id ?? ''),
		severityId: byId(severity?.id ?? ''),
		message: 'We are looking into it',
		impactedServices: {
			service: [{ serviceId: byId(service?.id ?? ''), impactId: byId(impact?.id ?? '') }],
		},
	};
	return { page, statusPageId: byId(page.id), content, status, severity, service, impact };
}

/** A post of the page: about an incident, or maintenance. */
function postOf(desk: Desk, wanted: 'incident' | 'maintenance' = 'incident') {
	const { page, statusPageId } = stage(desk);
	const post = desk.sandbox
		.statusPagePosts()
		.find(({ pageId, postType }) => pageId === page.id && postType === wanted);
	if (!post) throw new Error(`The seed has no post about ${wanted}`);
	return { statusPageId, postId: byId(post.id), post };
}

const words =
	(operation: string, list: 'impacts' | 'severities' | 'statuses'): Case =>
	async (desk) => {
		const { page, statusPageId } = stage(desk);
		const filters = { postType: 'maintenance' };
		const rows = await desk.read(`statusPage:${operation}`, { statusPageId, returnAll: true, filters });
		const wanted = page[list].filter(({ postType }) => postType === 'maintenance');
		expect(rows).toMatchObject(wanted.map(({ id, description }) => ({ id, description })));
		expect(rows.length).toBeGreaterThan(1);
	};

/** The cases of status pages, their posts, and templates for status updates. */
export const statusPageCases: Record<string, Case> = {
	'statusPage:getAll': async (desk) => {
		const pages = await desk.read('statusPage:getAll', { returnAll: true });
		expect(pages).toMatchObject(desk.sandbox.statusPages().map(({ id, name, url }) => ({ id, name, url })));
		const filters = { statusPageType: 'private' };
		expect(await desk.read('statusPage:getAll', { filters })).toEqual([pages[1]]);
	},

	'statusPage:getImpacts': words('getImpacts', 'impacts'),
	'statusPage:getSeverities': words('getSeverities', 'severities'),
	'statusPage:getStatuses': words('getStatuses', 'statuses'),

	'statusPage:getServices': async (desk) => {
		const { page, statusPageId } = stage(desk);
		const rows = await desk.read('statusPage:getServices', { statusPageId });
		expect(rows).toMatchObject(page.services.map(({ id, name }) => ({ id, name })));
	},

	'statusPagePost:create': async (desk) => {
		const { statusPageId, content, status, severity, service, impact } = stage(desk);
		const title = 'Checkout is slow';
		const [post] = await desk.read('statusPagePost:create', { statusPageId, title, ...content });
		expect(post).toMatchObject({ title, post_type: 'incident' });
		expect(desk.sandbox.statusPagePosts().find(({ id }) => id === post?.id)).toMatchObject({
			title,
			updates: [
				{
					message: 'We are looking into it',
					statusId: status?.id,
					severityId: severity?.id,
					impacts: [{ serviceId: service?.id, impactId: impact?.id }],
					notifySubscribers: false,
				},
			],
		});
	},

	'statusPagePost:get': async (desk) => {
		const { statusPageId, postId, post } = postOf(desk);
		const options = { include: ['status_page_post_update'] };
		const read = await desk.read('statusPagePost:get', { statusPageId, postId, options });
		const updates = post.updates.map(({ message }) => ({ message }));
		expect(read).toMatchObject([{ id: post.id, title: post.title, updates }]);
	},

	'statusPagePost:getAll': async (desk) => {
		const { statusPageId, post } = postOf(desk);
		const all = await desk.read('statusPagePost:getAll', { statusPageId, returnAll: true });
		expect(all).toContainEqual(expect.objectContaining({ id: post.id, title: post.title }));
		const filters = { postType: 'incident' };
		const some = await desk.read('statusPagePost:getAll', { statusPageId, filters });
		expect(some).toEqual(all.filter(({ post_type: type }) => type === 'incident'));
	},

	'statusPagePost:update': async (desk) => {
		const { statusPageId, postId, post } = postOf(desk);
		const { updates } = post;
		const updateFields = { title: 'Paying by card fails' };
		const [changed] = await desk.read('statusPagePost:update', { statusPageId, postId, updateFields });
		expect(changed).toMatchObject({ id: post.id, title: 'Paying by card fails', post_type: 'incident' });
		expect(postOf(desk).post).toMatchObject({ title: 'Paying by card fails', updates });
	},

	'statusPagePost:delete': async (desk) => {
		const { statusPageId, postId, post } = postOf(desk, 'maintenance');
		expect(await desk.read('statusPagePost:delete', { statusPageId, postId })).toEqual([{ deleted: true }]);
		expect(desk.sandbox.statusPagePosts().map(({ id }) => id)).not.toContain(post.id);
	},

	'statusPagePost:addUpdate': async (desk) => {
		const { content } = stage(desk);
		const { statusPageId, postId } = postOf(desk);
		const message = 'Cards work again';
		const [update] = await desk.read('statusPagePost:addUpdate', {
			statusPageId,
			postId,
			...content,
			message,
			additionalFields: { updateFrequency: 15 },
		});
		expect(update).toMatchObject({ message, update_frequency_ms: 900_000 });
		const held = postOf(desk).post.updates;
		expect(held.filter((each) => each.message === message)).toMatchObject([{ id: update?.id }]);
	},

	'statusPagePost:getUpdates': async (desk) => {
		const { statusPageId, postId, post } = postOf(desk);
		const updates = await desk.read('statusPagePost:getUpdates', { statusPageId, postId });
		expect(updates.map(({ message }) => message).sort()).toEqual(
			post.updates.map(({ message }) => message).sort(),
		);
	},

	'statusTemplate:render': async (desk) => {
		const [template] = desk.sandbox.templates();
		const serviceId = desk.sandbox.services()[0]?.id;
		const { id, title } = desk.sandbox.trigger({ serviceId, title: 'Mail queue is growing' });
		const [rendered] = await desk.read('statusTemplate:render', {
			templateId: byId(template?.id ?? ''),
			incidentId: byId(id),
			additionalFields: { message: 'We are at it' },
		});
		expect(rendered).toMatchObject({
			templated_fields: { message: `${title}: We are at it` },
			warnings: { message: [] },
			errors: [],
		});
	},
};
