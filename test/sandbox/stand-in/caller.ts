import { sandboxKeys } from '../../../sandbox';

export interface Call {
	/** API key; the account key by default, null for none. */
	key?: string | null;
	/** OAuth access token in place of a key. */
	bearer?: string;
	/** From header; Maya by default, null for none. */
	from?: string | null;
	body?: unknown;
	headers?: Record<string, string>;
}

export class Answer {
	constructor(
		readonly status: number,
		readonly headers: Headers,
		readonly body: unknown,
	) {}

	/** A value inside the body: `at('incidents', 0, 'id')`; undefined where there is none. */
	at(...path: Array<string | number>): unknown {
		let value = this.body;
		for (const key of path)
			value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
		return value;
	}

	text(...path: Array<string | number>): string {
		return String(this.at(...path));
	}

	/** The same field of every row of a list: `column('incidents', 'id')`. */
	column(name: string, ...path: string[]): unknown[] {
		const rows = this.at(name);
		return Array.isArray(rows) ? rows.map((_row, index) => this.at(name, index, ...path)) : [];
	}
}

/** Calls the REST API of a sandbox as a client of PagerDuty would. */
export const caller =
	(sandbox: { url: string }) =>
	async (method: string, path: string, call: Call = {}): Promise<Answer> => {
		const { key = sandboxKeys.account, bearer, from = sandboxKeys.userEmail, body } = call;
		const authorization = bearer === undefined ? key && `Token token=${key}` : `Bearer ${bearer}`;
		const answer = await fetch(sandbox.url + path, {
			method,
			headers: {
				accept: 'application/vnd.pagerduty+json;version=2',
				...(authorization === null ? {} : { authorization }),
				...(from === null ? {} : { from }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...call.headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.text();
		return new Answer(answer.status, answer.headers, text === '' ? undefined : JSON.parse(text));
	};
