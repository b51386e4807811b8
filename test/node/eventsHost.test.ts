import type { IDataObject } from 'n8n-workflow';

import '../support/waits';
import { path } from '../../nodes/PagerDuty/api/path';
import { post } from '../../nodes/PagerDuty/api/request';
import { defineOperation } from '../../nodes/PagerDuty/engine/operation';
import { setAgain } from '../../nodes/PagerDuty/engine/write/repeat';
import { startSandbox, type Sandbox } from '../../sandbox';
import { nodeWith, thing } from './nodeWith';
import { jsons, runNode } from './pagerDutyNode';

const event = { ...thing, option: { ...thing.option, value: 'event' }, credential: 'events' } as const;

const trigger = defineOperation({
	of: event,
	option: { name: 'Trigger', value: 'trigger', action: 'Trigger an alert', description: 'Triggers an alert' },
	fields: [],
	repeat: setAgain,
	request: () =>
		post(path`/v2/enqueue`, {
			event_action: 'trigger',
			dedup_key: 'disk-db-1',
			payload: { summary: 'Disk is full', source: 'db-1', severity: 'critical' },
		}),
	answer: { done: { accepted: true } },
});

const nodeTypes = nodeWith({ ...event, operations: [trigger] });

describe('A resource of the Events API', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true });
	});
	afterAll(() => sandbox.close());

	const run = async (credential: IDataObject) =>
		await runNode(
			'event.trigger',
			{},
			{
				nodeTypes,
				credentials: {
					pagerDutyEventsApi: { region: 'custom', baseUrl: sandbox.url, ...credential },
				} as never,
				settings: { credentials: { pagerDutyEventsApi: { id: '3', name: 'Events' } } },
			},
		);
	const integrationKey = () => sandbox.services()[0]?.integration.key ?? '';

	it('is sent with the integration key of its own credential, whatever Authentication says', async () => {
		const before = sandbox.incidents().length;
		expect(jsons((await run({ integrationKey: ` "${integrationKey()}" ` })).items)).toEqual([
			{ accepted: true },
		]);
		expect(sandbox.incidents()).toHaveLength(before + 1);
	});

	it('is refused for a key that PagerDuty does not know, in words that do not hold the key', async () => {
		const unknown = 'f'.repeat(32);
		const { error, all } = await run({ integrationKey: unknown });
		expect(error?.description).toContain('copy the Integration Key again');
		expect(`${error?.message} ${error?.description}`).not.toContain(unknown);
		expect(all).not.toContain(unknown);
	});

	it.each([401, 403])(
		'speaks of the integration key, not of an API key, when it is refused with %s',
		async (status) => {
			sandbox.fail({ path: '/v2/enqueue', times: 1, kind: 'status', status });
			const { error } = await run({ integrationKey: integrationKey() });
			expect(error?.description).toContain('PagerDuty does not accept this integration key');
			expect(error?.description).not.toMatch(/API key/i);
		},
	);

	it.each([
		['', 'The Integration Key of the PagerDuty credential is empty'],
		['u+AbCdEfGhIjKlMnOpQr', 'The Integration Key of the PagerDuty credential is not an integration key'],
	])('sends nothing with the key "%s"', async (key, message) => {
		const before = sandbox.requests().length;
		expect((await run({ integrationKey: key })).error?.message).toBe(message);
		expect(sandbox.requests()).toHaveLength(before);
	});
});
