import { resources } from '../../../nodes/PagerDuty/operations';
import { sandboxKeys } from '../../../sandbox';
import { cases } from '../../support/operations/cases';
import { byId, openDesk, type Desk } from '../../support/operations/desk';
import { barest, variants } from '../../support/operations/variants';
import { account, closeAll, live } from '../webhook/liveAtSandbox';

const operations = resources.flatMap(({ option, credential, operations }) =>
	operations.map((operation) => ({
		title: `${option.value}:${operation.option.value}`,
		operation,
		usesRest: credential === undefined,
	})),
);
const writes = operations.filter(
	({ operation, usesRest }) =>
		usesRest && operation.effect === 'write' && !('of' in (operation.repeat ?? {})),
);

/** How a failed item tells of it. */
const refused = {
	error: 'The credential "PagerDuty" is read-only, and this would change something in PagerDuty',
	details: expect.objectContaining({
		description: expect.stringContaining('set its Access to "Read and Write"') as string,
	}) as object,
};

describe('a read-only credential', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	it.each(writes)('lets $title send nothing, and says who can change that', async ({ title, operation }) => {
		// What is wrong in a form is said first, so this takes the first form in which nothing is.
		for (const form of [barest(operation), ...variants(operation).flatMap(({ forms }) => forms)]) {
			const { errors } = await desk.run(title, form, {
				credential: { access: 'readOnly' },
				items: [{}, {}],
				onError: 'continueErrorOutput',
			});
			expect(desk.newRequests()).toEqual([]);
			expect(errors).toHaveLength(2);
			if (errors.every(({ json }) => !String(json.error).includes('is read-only'))) continue;
			expect(errors.map(({ json }) => json)).toEqual([refused, refused]);
			return;
		}
		throw new Error('No form of it is right');
	});

	const readByPost = operations.filter(({ operation }) => operation.readsByPost);
	it.each(readByPost)('lets $title read, although PagerDuty wants it sent as a POST', async ({ title }) => {
		const read: Desk['read'] = async (each, parameters, call) =>
			await desk.read(each, parameters, { ...call, credential: { ...call?.credential, access: 'readOnly' } });
		await cases[title]?.({ ...desk, read });
		expect(desk.newRequests().some((line) => line.startsWith('POST '))).toBe(true);
	});

	it.each(['readOnly', 'none of the choices', ''])(
		'reads as ever, and writes nothing (%j)',
		async (access) => {
			const credential = { access };
			expect(await desk.read('incident:getAll', { limit: 2 }, { credential })).toHaveLength(2);
			const { error } = await desk.run(
				'incident:create',
				{ title: 'x', serviceId: byId('PABC123') },
				{ credential },
			);
			expect(error?.message).toContain('is read-only');
			expect(desk.newRequests().filter((line) => !line.startsWith('GET '))).toEqual([]);
		},
	);
});

describe('a trigger with a read-only credential', () => {
	beforeEach(account.start);
	afterEach(closeAll);

	it('is not activated, makes no subscription, and its one message says all', async () => {
		const trigger = await live(
			{},
			{
				credentials: {
					pagerDutyTokenApi: {
						region: 'custom',
						baseUrl: account.sandbox().url,
						apiToken: sandboxKeys.account,
						access: 'readOnly',
					},
				},
			},
		);
		await expect(trigger.activate()).rejects.toThrow(
			/is read-only, and this would change something in PagerDuty.* set its Access to "Read and Write"/,
		);
		expect(account.sandbox().subscriptions()).toEqual([]);
	});
});
