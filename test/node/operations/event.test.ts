import type { IDataObject } from 'n8n-workflow';

import '../../support/waits';
import { broken, pagerDutyServer, type Reply } from '../pagerDutyServer';
import { jsons, runNode } from '../pagerDutyNode';

const integrationKey = 'e93facc04764012d7bfb002500d5d1a6';
const accepted = (dedupKey: unknown): Reply => ({
	status: 202,
	body: { status: 'success', message: 'Event processed', dedup_key: dedupKey },
});

const serve = (host = 'https://events.pagerduty.com') =>
	pagerDutyServer(({ body }) => accepted(body.dedup_key), host);

const run = async (operation: string, parameters: IDataObject, more: Parameters<typeof runNode>[2] = {}) =>
	await runNode(`event.${operation}`, parameters, {
		credentials: { pagerDutyEventsApi: { region: 'us', integrationKey } },
		...more,
	});

const disk = { summary: 'Disk is full', source: 'db-1' };

describe('Trigger', () => {
	it('reports a problem with all that is known of it, and gives the key back', async () => {
		const requests = serve();
		const { items } = await run('trigger', {
			...disk,
			severity: '={{ "P1" }}',
			dedupKey: 'db-1/disk',
			additionalFields: {
				class: 'disk',
				customDetails: { detail: [{ name: 'Free', value: '1 %' }] },
				links: { link: [{ href: 'https://wiki.example.com', text: 'Runbook' }] },
				images: { image: [{ src: 'https://example.com/a.png' }] },
			},
		});
		expect(requests[0]?.body).toEqual({
			routing_key: integrationKey,
			event_action: 'trigger',
			dedup_key: 'db-1/disk',
			payload: {
				...disk,
				severity: 'critical',
				class: 'disk',
				custom_details: { Free: '1 %' },
			},
			links: [{ href: 'https://wiki.example.com', text: 'Runbook' }],
			images: [{ src: 'https://example.com/a.png' }],
		});
		expect(jsons(items)).toEqual([{ status: 'success', message: 'Event processed', dedup_key: 'db-1/disk' }]);
	});

	it('makes a key for each item, and the same one when n8n or the node tries it again', async () => {
		const requests = pagerDutyServer(({ body }, { length }) => {
			if (length === 1) return broken('ECONNRESET');
			return length === 2 ? { status: 400, body: { status: 'invalid' } } : accepted(body.dedup_key);
		}, 'https://events.pagerduty.com');
		await run('trigger', disk, {
			items: [{}, {}],
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		const keys = requests.map(({ body }) => body.dedup_key);
		expect(keys).toHaveLength(4);
		expect(new Set(keys.slice(0, 3)).size).toBe(1);
		expect(keys[3]).not.toBe(keys[0]);
		expect(keys[0]).toMatch(/^n8n-[0-9a-f]{32}$/);
	});

	it('cuts a long summary so that the count of quotes stays, and keeps all of it in the details', async () => {
		const requests = serve();
		const summary = 'x'.repeat(1_024);
		const { items } = await run('trigger', {
			...disk,
			summary,
			additionalFields: { customerQuotes: { quote: [{ text: 'Slow', who: 'Jane' }] } },
		});
		const payload = requests[0]?.body.payload as IDataObject;
		expect(payload.summary).toMatch(/^x+… \(1 customer quote\)$/);
		expect(payload.summary).toHaveLength(1_024);
		expect(payload.custom_details).toEqual({
			'Customer quotes': ['“Slow” – Jane'],
			'Full summary': summary,
		});
		expect(jsons(items)).toMatchObject([{ truncated_fields: ['summary'] }]);
	});

	it('sends nothing where it is larger than PagerDuty takes', async () => {
		const requests = serve();
		const customDetailsJson = `={{ ({ log: 'ä'.repeat(270_000) }) }}`;
		const { error } = await run('trigger', { ...disk, additionalFields: { customDetailsJson } });
		expect(error?.message).toBe('The event has 528 KB, and PagerDuty takes no more than 512 KB');
		expect(requests).toHaveLength(0);
	});

	it('names the words it knows where it cannot tell how bad something is', async () => {
		const { error } = await run('trigger', { ...disk, severity: '={{ "green" }}' });
		expect(error?.message).toBe(
			'"Severity" must be one of critical, error, warning, info, or a word that means one of them, such as urgent, high or P2',
		);
	});

	it('goes to the EU with a credential of the EU', async () => {
		const requests = serve('https://events.eu.pagerduty.com');
		await run('trigger', disk, { credentials: { pagerDutyEventsApi: { region: 'eu', integrationKey } } });
		expect(requests).toHaveLength(1);
	});
});

describe('Dry Run', () => {
	it.each([
		['trigger', disk],
		['acknowledge', { dedupKey: 'db-1/disk' }],
		['resolve', { dedupKey: 'db-1/disk' }],
		['sendChange', { summary: 'Deployed' }],
	])('of %s sends nothing, and says without the key what would have been sent', async (operation, fields) => {
		const requests = serve();
		const { items, all } = await run(operation, { ...fields, options: { dryRun: true } });
		expect(requests).toHaveLength(0);
		expect(jsons(items)).toMatchObject([{ status: 'dry run', would_send: expect.any(Object) }]);
		expect(JSON.stringify(jsons(items))).not.toContain(integrationKey);
		expect(all).toContain('Nothing was sent');
	});

	it.each([
		[
			'the size',
			'no more than 512 KB',
			{ additionalFields: { customDetailsJson: `={{ ({ log: 'a'.repeat(524_288) }) }}` } },
			{},
		],
		['the form of the key', 'is not an integration key', {}, { integrationKey: 'u+AbCdEfGhIjKlMnOpQr' }],
	])('checks %s', async (_what, said, fields, credential) => {
		const { error } = await run(
			'trigger',
			{ ...disk, ...fields, options: { dryRun: true } },
			{ credentials: { pagerDutyEventsApi: { region: 'us', integrationKey, ...credential } } },
		);
		expect(error?.message).toContain(said);
	});
});
