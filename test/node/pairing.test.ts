import { pagerDutyServer, refusal, type Received } from './pagerDutyServer';
import { byId, jsons, runNode } from './pagerDutyNode';

const ids = ['PAAA111', 'PBBB222', 'PCCC333', 'PDDD444', 'PEEE555', 'PFFF666'];
const items = ids.map((id) => ({ id, mine: `input of ${id}` }));
const incidentId = byId('={{ $json.id }}');
const idIn = ({ path }: Received) => path.split('/')[2] ?? '';
const found = (request: Received) => ({
	body: { incident: { id: idIn(request) }, note: { id: idIn(request) } },
});

/** Answers the first items last. */
const unevenly = async (request: Received) => {
	await new Promise((resolve) => setTimeout(resolve, 5 * (ids.length - ids.indexOf(idIn(request)))));
	return found(request);
};

describe('Output items', () => {
	it('keep the order of the input and name the item they come from, however slow each one is', async () => {
		pagerDutyServer(unevenly);
		const { items: output } = await runNode('incident.get', { incidentId }, { items });
		expect(output).toEqual(ids.map((id, item) => ({ json: { id }, pairedItem: { item } })));
	});

	it('name their input item when one item gives several', async () => {
		pagerDutyServer((request) => ({
			body: { notes: [1, 2].map((number) => ({ id: `${idIn(request)}-${number}` })) },
		}));
		const { items: output } = await runNode(
			'incidentNote.getAll',
			{ incidentId },
			{ items: items.slice(0, 2) },
		);
		expect(output).toEqual([
			{ json: { id: 'PAAA111-1' }, pairedItem: { item: 0 } },
			{ json: { id: 'PAAA111-2' }, pairedItem: { item: 0 } },
			{ json: { id: 'PBBB222-1' }, pairedItem: { item: 1 } },
			{ json: { id: 'PBBB222-2' }, pairedItem: { item: 1 } },
		]);
	});

	it('are simplified or not as each item says', async () => {
		pagerDutyServer((request) => ({ body: { incident: { id: idIn(request), self: 'x' } } }));
		const parameters = { incidentId, simplify: '={{ $json.simplify }}' };
		const two = [
			{ id: 'PAAA111', simplify: true },
			{ id: 'PBBB222', simplify: false },
		];
		const { items: output } = await runNode('incident.get', parameters, { items: two });
		expect(jsons(output)).toEqual([{ id: 'PAAA111' }, { id: 'PBBB222', self: 'x' }]);
	});
});

describe('A failed item', () => {
	const missing = (request: Received) =>
		idIn(request) === 'PBBB222' ? refusal(404, 'Incident Not Found', 2100) : found(request);

	it.each(['incident.get', 'incidentNote.create'])(
		'of %s reaches the error output with its input and what PagerDuty said, while the others go on',
		async (operation) => {
			pagerDutyServer(missing);
			const parameters = { incidentId, content: 'a', simplify: false };
			const settings = { onError: 'continueErrorOutput' } as const;
			const { items: output, errors } = await runNode(operation, parameters, { items, settings });
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 2, 3, 4, 5].map((item) => ({ item })));
			expect(jsons(errors)).toEqual([
				{
					...items[1],
					error: 'Incident Not Found',
					details: {
						description: expect.stringContaining('Check the ID'),
						httpCode: '404',
						pagerDutyCode: 2100,
					},
				},
			]);
			expect(errors[0]?.pairedItem).toMatchObject({ item: 1 });
		},
	);

	it('stands among the others in the only output when the node just continues', async () => {
		pagerDutyServer(missing);
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items: output } = await runNode('incident.get', { incidentId }, { items, settings });
		expect(output.map(({ json }) => json.error ?? json.id)).toEqual(
			ids.map((id) => (id === 'PBBB222' ? 'Incident Not Found' : id)),
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	it('with a wrong parameter reaches the error output too', async () => {
		pagerDutyServer(found);
		const settings = { onError: 'continueErrorOutput' } as const;
		const two = [{ id: 'not an id' }, { id: 'PBBB222' }];
		const { items: output, errors } = await runNode('incident.get', { incidentId }, { items: two, settings });
		expect(jsons(output)).toEqual([{ id: 'PBBB222' }]);
		expect(jsons(errors)).toEqual([
			{
				id: 'not an id',
				error: expect.stringContaining('"Incident" is neither an incident ID'),
				details: { description: 'This item has "not an id" there.' },
			},
		]);
	});

	it('stops the node and is named, where the node does not continue', async () => {
		pagerDutyServer(missing);
		const { items: output, error } = await runNode('incident.get', { incidentId }, { items });
		expect(output).toEqual([]);
		expect(error?.message).toBe('Incident Not Found');
		expect(error?.context.itemIndex).toBe(1);
	});

	it('is the first one of them that stops the node, also when a later one fails sooner', async () => {
		pagerDutyServer(async (request) => {
			if (idIn(request) === 'PBBB222') await new Promise((resolve) => setTimeout(resolve, 20));
			return refusal(404, `${idIn(request)} Not Found`, 2100);
		});
		const { error } = await runNode('incident.get', { incidentId }, { items: items.slice(1) });
		expect(error?.message).toBe('PBBB222 Not Found');
		expect(error?.context.itemIndex).toBe(0);
	});
});
