import { account, closeAll, live, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

describe('activating', () => {
	it('subscribes to the chosen events of the whole account, and events arrive', async () => {
		const trigger = await live({ events: ['incident.triggered', 'incident.resolved'] });
		await trigger.activate();
		expect(only()).toMatchObject({
			url: trigger.url,
			events: ['incident.triggered', 'incident.resolved'],
			filter: { type: 'account_reference' },
			active: true,
		});
		const { id } = sandbox().trigger({ title: 'Checkout is down' });
		sandbox().acknowledge(id);
		sandbox().resolve(id);
		await sandbox().settled();
		expect(trigger.executions.map(({ event_type }) => event_type)).toEqual([
			'incident.triggered',
			'incident.resolved',
		]);
		expect(trigger.executions[0]).toMatchObject({ data: { id, title: 'Checkout is down' } });
	});

	it.each([
		[
			'service',
			() =>
				sandbox()
					.services()
					.slice(0, 3)
					.map(({ id }) => id),
		],
		[
			'team',
			() =>
				[
					...new Set(
						sandbox()
							.services()
							.flatMap(({ teamIds }) => teamIds),
					),
				].slice(0, 2),
		],
	])('subscribes once for each chosen %s, and deactivating removes all of them', async (scope, choose) => {
		const ids = choose();
		const trigger = await live({ scope, [`${scope}Ids`]: ids });
		await trigger.activate();
		expect(
			sandbox()
				.subscriptions()
				.map(({ filter }) => filter),
		).toEqual(ids.map((id) => ({ type: `${scope}_reference`, id })));
		await trigger.deactivate();
		expect(sandbox().subscriptions()).toEqual([]);
		expect(trigger.data.subscriptions).toEqual({});
	});

	it('names the workflow in PagerDuty, however long its name is', async () => {
		const trigger = await live(
			{},
			{ workflow: { id: 'aB3', name: ` Page\n the ${'very '.repeat(80)}right people ` } },
		);
		await trigger.activate();
		const { description } = only();
		expect(description).toMatch(/^n8n: Page the very /);
		expect(description).toMatch(/ \(workflow aB3\)$/);
		expect(description?.length).toBeLessThan(120);
	});

	it.each([
		['an emoji', '🚒'],
		['a family', '👩‍👩‍👧‍👦'],
		['a flag', '🇩🇪'],
	])('cuts no name of a workflow inside %s', async (_, character) => {
		for (let before = 73; before < 82; before++) {
			const name = 'x'.repeat(before) + character.repeat(8);
			const trigger = await live({}, { workflow: { id: `w${before}`, name } });
			await trigger.activate();
			const { description } = only();
			expect(description).toMatch(
				new RegExp(`^n8n: x{73,81}(${character})*… \\(workflow w${before}\\)$`, 'u'),
			);
			expect(description).not.toMatch(/\p{Surrogate}/u);
			await trigger.deactivate();
		}
	});

	it('again finds what is there, and sends nothing but questions', async () => {
		const trigger = await live();
		await trigger.activate();
		const before = only();
		const asked = sandbox().requests().length;
		expect(await trigger.exists()).toBe(true);
		await trigger.activate();
		expect(only()).toEqual(before);
		expect(
			new Set(
				sandbox()
					.requests()
					.slice(asked)
					.map(({ method }) => method),
			),
		).toEqual(new Set(['GET']));
	});

	it('keeps the old secret alive while PagerDuty rotates it', async () => {
		const trigger = await live();
		await trigger.activate();
		sandbox().rotateSecret(only().id);
		sandbox().trigger();
		await sandbox().settled();
		expect(trigger.executions).toHaveLength(1);
	});
});
