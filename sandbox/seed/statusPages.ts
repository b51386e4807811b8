import { IdSequence } from '../world/ids';
import type { PageWord, PostType, StatusPage } from '../world/statusPages';
import { timestamp, type World } from '../world/world';

const hour = 3_600_000;

const words: Record<'impacts' | 'severities' | 'statuses', Record<PostType, string[]>> = {
	impacts: {
		incident: ['operational', 'degraded', 'major outage'],
		maintenance: ['operational', 'maintenance'],
	},
	severities: { incident: ['all good', 'minor', 'major'], maintenance: ['all good', 'maintenance'] },
	statuses: {
		incident: ['investigating', 'detected', 'resolved'],
		maintenance: ['scheduled', 'in progress', 'completed'],
	},
};

const templates = [
	{
		name: 'For customers',
		description: 'Says it without our own words',
		fields: {
			email_subject: '{{incident.service.name}}: {{incident.title}}',
			email_body: '<p>{{status_update.message}}</p><p>Status: {{incident.status}}</p>',
			message: '{{incident.title}}: {{status_update.message}}',
		},
	},
	{
		name: 'For the management',
		description: 'Short, with the urgency first',
		fields: {
			email_subject: '[{{incident.urgency}}] {{incident.title}}',
			email_body: '<p>{{status_update.message}}</p>',
			message: '[{{incident.urgency}}] {{status_update.message}}',
		},
	},
];

const posts = [
	{
		title: 'Paying by card is slow',
		message: 'We are looking into it.',
		postType: 'incident',
		hoursAgo: 30,
	},
	{
		title: 'The warehouse moves to another database',
		message: 'Stock levels may be an hour old in the meantime.',
		postType: 'maintenance',
		hoursAgo: 80,
	},
] as const;

/** Two status pages, one with posts, and two templates for status updates. IDs are of a row of their own. */
export function seedStatusPages(world: World): void {
	const ids = new IdSequence(20260904);
	const at = (hoursAgo: number) => timestamp(new Date(world.clock.now().getTime() - hoursAgo * hour));
	const wordsOf = (kind: keyof typeof words): PageWord[] =>
		(['incident', 'maintenance'] as const).flatMap((postType) =>
			words[kind][postType].map((description) => ({ id: ids.short(), description, postType })),
		);
	const business = [...world.businessServices.values()];
	for (const [name, type] of [
		['Harborline Status', 'public'],
		['Harborline for Partners', 'private'],
	] as const) {
		const id = ids.short();
		const services = business.map((service) => ({
			id: ids.short(),
			name: service.name,
			businessServiceId: service.id,
		}));
		const [impacts, severities, statuses] = [wordsOf('impacts'), wordsOf('severities'), wordsOf('statuses')];
		const url = `https://${type === 'public' ? 'status' : 'partners'}.harborline.example`;
		world.statusPages.set(id, {
			id,
			name,
			type,
			url,
			publishedAt: at(2000),
			impacts,
			severities,
			statuses,
			services,
		});
	}
	const [page] = world.statusPages.values();
	if (page) seedPosts(world, page, ids, at);
	const [userId = ''] = world.users.keys();
	for (const [index, template] of templates.entries()) {
		const id = ids.short();
		world.templates.set(id, { id, ...template, createdAt: at(900 - index), userId });
	}
}

/** What was the matter lately: a post each about an incident and maintenance. */
function seedPosts(world: World, page: StatusPage, ids: IdSequence, at: (hoursAgo: number) => string): void {
	for (const { title, message, postType, hoursAgo } of posts) {
		const first = <Word extends { id: string; postType?: PostType }>(rows: Word[]) =>
			rows.find((row) => (row.postType ?? postType) === postType)?.id ?? '';
		const isMaintenance = postType === 'maintenance';
		const id = ids.short();
		world.statusPagePosts.set(id, {
			id,
			pageId: page.id,
			title,
			postType,
			startsAt: isMaintenance ? at(hoursAgo) : null,
			endsAt: isMaintenance ? at(hoursAgo - 2) : null,
			updates: [
				{
					id: ids.short(),
					message,
					statusId: first(page.statuses),
					severityId: first(page.severities),
					impacts: page.services
						.slice(0, 1)
						.map((service) => ({ serviceId: service.id, impactId: first(page.impacts) })),
					notifySubscribers: true,
					updateFrequencyMs: null,
					reportedAt: at(hoursAgo),
				},
			],
		});
	}
}
