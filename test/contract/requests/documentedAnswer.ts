import type { IDataObject } from 'n8n-workflow';

import { listedIn, resolved } from '../../support/openapi-schema';
import { bodySchema, documented } from './document';
import type { SentRequest } from './sentRequest';

export interface GivenAnswer {
	readonly statusCode: number;
	readonly headers: IDataObject;
	readonly body: unknown;
}

/**
 * A success in the shape that the document gives for a request: an object under each property that is one, text, rows
 * under each that is a list, as many as `limit` asks for. Bulk changes come back by their ids.
 *
 * @param listLength rows of a list in all; left out, more than two of PagerDuty's largest pages
 * @param now when everything was made
 */
export function documentedAnswer(request: SentRequest, listLength = 250, now = new Date()): GivenAnswer {
	const object = (row: number) => objectOf(row, now);
	const { document, operation } = documented(request);
	const responses = resolved(document, operation.responses);
	const status = Object.keys(responses).find((key) => key.startsWith('2')) ?? '200';
	const { properties, items } = listedIn(document, bodySchema(document, responses[status]));
	const query = new URLSearchParams(request.query);
	// Lists that go on from a mark get one that says how far they are.
	const mark = query.get('cursor') ?? request.body?.starting_after;
	const offset = Number(mark ?? query.get('offset') ?? 0);
	const rows = Math.max(
		0,
		Math.min(Number(query.get('limit') ?? request.body?.limit ?? 25), listLength - offset),
	);
	const more = offset + rows < listLength;
	const end = String(offset + rows);
	if (items !== undefined) {
		const { properties: parts } = listedIn(document, items);
		const entry = Object.fromEntries(Object.keys(parts).map((name) => [name, object(0)]));
		return { statusCode: Number(status), headers: {}, body: [entry] };
	}
	const body = Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => {
			const listed = listedIn(document, schema);
			if (resolved(document, schema).type === 'string') return [name, 'text'];
			if (listed.items === undefined) return [name, object(0)];
			const changed = request.body?.[name];
			return [
				name,
				Array.isArray(changed)
					? changed
					: Array.from({ length: rows }, (_, row) => ({
							...object(offset + row),
							...named(query, row),
							...custom(name, row),
						})),
			];
		}),
	);
	return {
		statusCode: Number(status),
		headers: { date: new Date().toUTCString() },
		body: status === '204' ? '' : { ...body, more, next_cursor: more ? end : null, last: more ? end : null },
	};
}

const idOf = (row: number) => `P${String(row).padStart(6, '0')}`;

/** Priorities are called as accounts call them. */
const objectOf = (row: number, now: Date): IDataObject => ({
	id: idOf(row),
	name: `P${row + 1}`,
	// Of a post of a status page, which is sent back whole.
	title: 'Checkout is slow',
	post_type: 'incident',
	email: `user-${row}@example.com`,
	// Of objects that name others: on-calls, services.
	user: { id: 'PUSER01', type: 'user_reference' },
	escalation_policy: { id: 'PPOLICY', type: 'escalation_policy_reference' },
	service: { id: 'PSERVIC', type: 'service_reference' },
	escalation_level: 1,
	// Of maintenance windows.
	start_time: '2036-01-01T00:00:00Z',
	end_time: '2036-01-02T00:00:00Z',
	created_at: now.toISOString(),
	last_status_change_at: now.toISOString(),
});

/** An account has named its custom fields. */
const custom = (list: string, row: number): IDataObject =>
	list === 'custom_fields'
		? { name: row === 0 ? 'environment' : `field_${row}`, data_type: 'string', field_type: 'single_value' }
		: list === 'log_entries'
			? { type: 'trigger_log_entry', incident: { id: idOf(row), type: 'incident_reference' } }
			: {};

/** Who is searched for by email is there, though not the first one. */
const named = (query: URLSearchParams, row: number): IDataObject =>
	row === 1 && query.get('query')?.includes('@') ? { email: query.get('query') ?? '' } : {};

/** A refusal in PagerDuty's own shape. */
export const refusal = (statusCode: number, code: number, message: string): GivenAnswer => ({
	statusCode,
	headers: {},
	body: { error: { code, message, errors: [] } },
});
