import type { INodeParameters } from 'n8n-workflow';

import '../support/waits';
import { cases } from '../support/operations/cases';
import { openDesk, type Call, type Desk } from '../support/operations/desk';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.sandbox.close());

class Stopped extends Error {}

/** Brings the sandbox to where the case of an operation begins, and gives the parameters and the key of its first run. */
async function firstRunOf(title: string) {
	desk.sandbox.reset();
	let parameters: INodeParameters = {};
	let credential: Call['credential'];
	const read: Desk['read'] = async (each, given, call) => {
		if (each !== title) return await desk.read(each, given, call);
		parameters = given;
		credential = call?.credential;
		throw new Stopped();
	};
	await cases[title]?.({ ...desk, read }).catch((error: unknown) => {
		if (!(error instanceof Stopped)) throw error;
	});
	const options = { ...(parameters.options as INodeParameters), parallelRequests: 1 };
	return { parameters: { ...parameters, options }, credential };
}

const refused = {
	kind: 'status',
	status: 401,
	body: { error: { message: 'Authentication failed', code: 2006 } },
} as const;

/** The first tells trouble in its output, and the second takes one item. */
const others = ['account:checkHealth', 'incident:sendAndWait'];
const titles = Object.keys(cases).filter((title) => !others.includes(title));

describe.each(titles)('a key that is revoked in the middle of %s', (title) => {
	it('keeps what was done before it, and gives one error for each item after it', async () => {
		const { parameters: alone, credential } = await firstRunOf(title);
		const prepared = desk.sandbox.requests().length;
		const { items: first } = await desk.run(title, alone, { credential });
		const requests = desk.sandbox.requests().length - prepared;
		expect(first).not.toEqual([]);

		const { parameters } = await firstRunOf(title);
		desk.sandbox.fail({ ...refused, skip: requests, times: Infinity });
		const each = [{ n: 1 }, { n: 2 }, { n: 3 }];
		const three = { items: each, onError: 'continueErrorOutput', credential } satisfies Call;
		const { items, errors } = await desk.run(title, parameters, three);

		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(first.map(() => ({ item: 0 })));
		expect(errors.map(({ json, pairedItem }) => ({ ...json, pairedItem }))).toEqual(
			[1, 2].map((item) => ({
				n: item + 1,
				error: 'Authentication failed',
				details: expect.objectContaining({
					description: expect.stringMatching(
						/check the key and the Region|integration key.*check the Region/,
					),
				}),
				pairedItem: { item },
			})),
		);
		const sent = desk.sandbox.requests();
		const [before, after] = [sent.slice(0, prepared + requests), sent.slice(prepared + requests)];
		expect(before.map(({ status }) => status)).not.toContain(401);
		expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
		// Once for each item: what is asked side by side is refused side by side.
		const lines = after.map(({ method, path, query, body }) => JSON.stringify([method, path, query, body]));
		for (const line of lines) expect(lines.filter((each) => each === line).length).toBeLessThanOrEqual(2);
	});
});
