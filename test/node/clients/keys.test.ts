import type { IDataObject } from 'n8n-workflow';

import { waits } from '../../support/waits';
import { broken, pagerDutyServer, refusal, type Received } from '../pagerDutyServer';
import { jsons, runNode } from '../pagerDutyNode';
import { again, anything, incidentId, keys, keysOf } from './anything';

describe('Items with keys of their own', () => {
	it('cost one request for each 250 of one key, even where the keys take turns', async () => {
		const requests = pagerDutyServer(anything);
		const many = Array.from({ length: 501 }, (_, index) => [
			{ id: `PACME${index}`, key: 'key-of-acme' },
			{ id: `PGLOB${index}`, key: 'key-of-globex' },
		]).flat();
		const output = await runNode(
			'incident.acknowledge',
			{ incidentId },
			{ items: many, credentials: { pagerDutyTokenApi: keys } },
		);
		expect(requests.map(({ headers, path }) => `${String(headers.authorization)} ${path}`).sort()).toEqual(
			['acme', 'globex'].flatMap((name) => [
				`Token token=key-of-${name} /incidents`,
				`Token token=key-of-${name} /incidents`,
				`Token token=key-of-${name} /incidents/P${name.slice(0, 4).toUpperCase()}500`,
			]),
		);
		for (const { headers, body } of requests)
			for (const { id } of (body.incidents ?? []) as IDataObject[])
				expect(String(headers.authorization)).toContain(String(id).startsWith('PACME') ? 'acme' : 'globex');
		expect(jsons(output.items).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
	});

	it('change an incident of both in the order of the items', async () => {
		const requests = pagerDutyServer(anything);
		const given = [
			['PABC121', 'acme', 'first'],
			['PABC122', 'globex', 'second'],
			['PABC122', 'acme', 'third'],
			['PABC121', 'globex', 'fourth'],
		].map(([id, key, text]) => ({ id, key: `key-of-${key}`, text }));
		await runNode(
			'incident.update',
			{ incidentId, updateFields: { title: '={{ $json.text }}' } },
			{ items: given, credentials: { pagerDutyTokenApi: keys } },
		);
		const titles = requests.flatMap(({ body }) =>
			((body.incidents ?? [{ ...Object(body.incident) }]) as IDataObject[]).map(({ title }) => title),
		);
		expect(titles.indexOf('second')).toBeLessThan(titles.indexOf('third'));
		expect(titles.indexOf('first')).toBeLessThan(titles.indexOf('fourth'));
	});

	it('are held back by the limit of their own key only, and that of a key for all who use it', async () => {
		const requests = pagerDutyServer(({ headers, path }) =>
			keysOf(requests).filter((key) => key === headers.authorization).length === 1 &&
			String(headers.authorization).includes('acme')
				? { ...refusal(429, 'Rate Limit', 2020), headers: { 'ratelimit-reset': '30' } }
				: anything({ path, body: {} } as Received),
		);
		const given = ['acme', 'globex', 'globex', 'globex'].map((name, index) => ({
			id: `PABC12${index}`,
			key: `key-of-${name}`,
		}));
		await runNode('incident.get', { incidentId }, { items: given, credentials: { pagerDutyTokenApi: keys } });
		expect(waits).toHaveLength(1);
		expect(keysOf(requests).at(-1)).toBe('Token token=key-of-acme');
		expect(keysOf(requests).filter((key) => key?.includes('globex'))).toHaveLength(3);
	});

	it.each([undefined, '', ' ', null, {}, [], '""'])(
		'fail alone, before anything is sent, where the key is %j',
		async (key) => {
			const requests = pagerDutyServer(anything);
			const given = [
				{ id: 'PABC121', key: 'key-of-acme' },
				{ id: 'PABC122', key },
				{ id: 'PABC123', key: 'key-of-acme' },
			] as IDataObject[];
			const output = await runNode(
				'incident.acknowledge',
				{ incidentId },
				{
					items: given,
					credentials: { pagerDutyTokenApi: keys },
					settings: { onError: 'continueErrorOutput' },
				},
			);
			expect(jsons(output.items).map(({ id }) => id)).toEqual(['PABC121', 'PABC123']);
			expect(jsons(output.errors)).toMatchObject([
				{
					id: 'PABC122',
					error: 'The API Key of the PagerDuty credential is empty',
					details: { description: expect.stringContaining('gave no text for this item') },
				},
			]);
			expect(new Set(keysOf(requests))).toEqual(new Set(['Token token=key-of-acme']));
		},
	);

	it('fail alone where their expression fails', async () => {
		pagerDutyServer(anything);
		const failing = { ...keys, apiToken: '={{ $json.client.key.trim() }}' };
		const output = await runNode(
			'incident.get',
			{ incidentId },
			{
				items: [{ id: 'PABC121', client: { key: 'key-of-acme' } }, { id: 'PABC122' }],
				credentials: { pagerDutyTokenApi: failing },
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(jsons(output.items)).toMatchObject([{ id: 'PABC121' }]);
		expect(jsons(output.errors)).toMatchObject([{ id: 'PABC122' }]);
	});

	it('show no key, whichever of them a refusal quotes', async () => {
		pagerDutyServer(({ headers }) => refusal(400, `No: ${String(headers.authorization)}`, 2001));
		const output = await runNode(
			'incidentNote.create',
			{ incidentId, content: 'a' },
			{
				items: ['acme', 'globex'].map((name, index) => ({ id: `PABC12${index}`, key: `key-of-${name}` })),
				credentials: { pagerDutyTokenApi: keys },
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(jsons(output.errors).map(({ error }) => error)).toEqual(Array(2).fill('No: Token token=•••'));
	});
});

describe('An item whose key is another one at each evaluation', () => {
	const changing = { ...keys, apiToken: '={{ "key-" + Math.random() }}' };
	const options = {
		items: [{ id: 'PABC123' }],
		credentials: { pagerDutyTokenApi: changing },
		settings: again,
	};

	it('is looked up and sent again with the key that it may have been sent with, also when n8n runs the node again', async () => {
		const requests = pagerDutyServer((request, { length }) => {
			if (length === 1) return broken('ECONNRESET');
			return length === 2 ? refusal(403, 'Not now', 2010) : anything(request);
		});
		const { items: output } = await runNode('incidentNote.create', { incidentId, content: 'a' }, options);
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'POST']);
		expect(new Set(keysOf(requests)).size).toBe(1);
		expect(output).toHaveLength(1);
	});

	it('uses the new key once PagerDuty refused the old one', async () => {
		const requests = pagerDutyServer((request, { length }) =>
			length === 1 ? refusal(401, 'Unauthorized', 2006) : anything(request),
		);
		await runNode('incidentNote.create', { incidentId, content: 'a' }, options);
		expect(requests).toHaveLength(2);
		expect(new Set(keysOf(requests)).size).toBe(2);
	});
});
