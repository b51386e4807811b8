import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { apiUrl, held, serviceReference, userReference, webUrl } from '../views/reference';
import type { Incident } from '../world/entities';
import type { StatusTemplate } from '../world/statusPages';
import type { World } from '../world/world';

const listQuery = z
	.object({
		...pagingQuery,
		query: z.string().optional(),
		template_type: z.literal('status_update').optional(),
		sort_by: z
			.enum(['name', 'name:asc', 'name:desc', 'created_at', 'created_at:asc', 'created_at:desc'])
			.default('created_at:asc'),
	})
	.strict();

const renderBody = z
	.object({
		incident_id: z.string().optional(),
		status_update: z.object({ message: z.string().optional() }).strict().optional(),
		external: z.record(z.unknown()).optional(),
	})
	.strict();

const templateView = (world: World, template: StatusTemplate) => ({
	id: template.id,
	type: 'template',
	summary: template.name,
	self: apiUrl(`/templates/${template.id}`),
	html_url: webUrl(`/status_update_templates/${template.id}`),
	template_type: 'status_update',
	name: template.name,
	description: template.description,
	templated_fields: template.fields,
	created_by: userReference(world, template.userId),
	updated_by: userReference(world, template.userId),
});

/** What a template may name. */
const valuesFor = (world: World, incident: Incident | undefined, body: z.output<typeof renderBody>) => ({
	incident: incident && {
		title: incident.title,
		status: incident.status,
		urgency: incident.urgency,
		number: incident.number,
		service: { name: serviceReference(world, incident.serviceId).summary },
	},
	status_update: { message: body.status_update?.message ?? '' },
	external: body.external ?? {},
});

/** Fills the places of a text, `{{incident.title}}`. @returns also which of them nothing fills */
function fill(text: string, values: object): { text: string; warnings: string[] } {
	const warnings: string[] = [];
	const filled = text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (place, name: string) => {
		const value = name
			.split('.')
			.reduce<unknown>(
				(within, key) => (Object(within) === within ? Reflect.get(Object(within), key) : undefined),
				values,
			);
		if (value === undefined) warnings.push(`${place} does not exist.`);
		return value === undefined ? '' : String(value);
	});
	return { text: filled, warnings };
}

/** operationIds getTemplates, getTemplate, renderTemplate */
export function addTemplateRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const found = (id = '') => {
		const template = world.templates.get(id);
		if (!template) throw notFound();
		return template;
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/templates',
		scope: 'templates.read',
		query: listQuery,
		answer: ({ query }) => {
			const [by, direction] = query.sort_by.split(':');
			const key = ({ name, createdAt }: StatusTemplate) => (by === 'name' ? name : createdAt);
			const rows = [...world.templates.values()]
				.filter(({ name, description }) => matches(query.query, name, description))
				.sort((a, b) => key(a).localeCompare(key(b)));
			if (direction === 'desc') rows.reverse();
			return page('templates', rows, query, (template) => templateView(world, template));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/templates/:id',
		scope: 'templates.read',
		answer: ({ params }) => ({ template: templateView(world, found(params.id)) }),
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/templates/:id/render',
		scope: 'templates.read',
		body: renderBody,
		answer: ({ params, body }) => {
			const { fields } = found(params.id);
			const { incident_id: id } = body;
			if (id !== undefined && !world.incidents.has(id)) throw invalidInput('Incident was not found');
			const values = valuesFor(world, id === undefined ? undefined : held(world.incidents, id), body);
			const rendered = Object.entries(fields).map(([name, text]) => [name, fill(text, values)] as const);
			return {
				templated_fields: Object.fromEntries(rendered.map(([name, { text }]) => [name, text])),
				warnings: Object.fromEntries(rendered.map(([name, { warnings }]) => [name, warnings])),
				errors: [],
			};
		},
	});
}
