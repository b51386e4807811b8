import { byId, deskForTests } from '../../support/operations/desk';

describe('merging incidents', () => {
	const desk = deskForTests('empty');

	const open = (count: number) =>
		Array.from({ length: count }, (_, index) => {
			const { id } = desk.sandbox.trigger({ title: `Problem ${index}` });
			desk.sandbox.alert(id, { key: `problem/${index}`, summary: `Problem ${index}` });
			return id;
		});
	const merge = async (target: string, sourceIncidentIds: string[]) =>
		await desk.run('incident:merge', { incidentId: byId(target), sourceIncidentIds });
	const statuses = (ids: string[]) => ids.map((id) => desk.sandbox.incident(id)?.status);

	it('moves all alerts to the target, resolves the others, and takes their numbers as well', async () => {
		const [target = '', ...sources] = open(3);
		const numbers = sources.map((id) => String(desk.sandbox.incident(id)?.number));
		const { items, error } = await merge(target, numbers);
		expect([error, items.length]).toEqual([undefined, 1]);
		expect(desk.sandbox.alerts(target)).toHaveLength(3);
		expect(statuses([target, ...sources])).toEqual(['triggered', 'resolved', 'resolved']);
	});

	it('leaves out the target, and has nothing to do where nothing else is named', async () => {
		const [target = ''] = open(1);
		desk.newRequests();
		const { items } = await merge(target, [target]);
		expect(items).toMatchObject([{ json: { id: target } }]);
		expect(desk.newRequests()).toEqual([`GET /incidents/${target}`]);
	});

	it('is made once when the answer is lost', async () => {
		const [target = '', source = ''] = open(2);
		desk.sandbox.fail({ method: 'PUT', path: `/incidents/${target}/merge`, when: 'after', kind: 'reset' });
		const { items, error } = await merge(target, [source]);
		expect([error, items[0]?.json.id]).toEqual([undefined, target]);
		expect(desk.sandbox.alerts(target)).toHaveLength(2);
		expect(desk.sandbox.log(source).filter(({ kind }) => kind === 'resolve')).toHaveLength(1);
	});

	it('merges those that are left where some were merged before', async () => {
		const [target = '', first = '', second = ''] = open(3);
		await merge(target, [first]);
		const { error } = await merge(target, [first, second]);
		expect(error).toBeUndefined();
		expect(desk.sandbox.alerts(target)).toHaveLength(3);
	});

	it('fails as PagerDuty says where a source was merged into another incident', async () => {
		const [target = '', other = '', source = ''] = open(3);
		await merge(other, [source]);
		const { error } = await merge(target, [source]);
		expect(error?.message).toBe('Incident Already Merged');
		expect(desk.sandbox.alerts(target)).toHaveLength(1);
	});

	it('fails into a resolved incident', async () => {
		const [target = '', source = ''] = open(2);
		desk.sandbox.resolve(target);
		const { error } = await merge(target, [source]);
		expect(error?.message).toBe('Incident Already Resolved');
		expect(statuses([source])).toEqual(['triggered']);
	});

	it('keeps an alert alive: an event that ends it resolves the target', async () => {
		const [service] = desk.sandbox.services();
		const send = async (event_action: string, dedup_key: string) =>
			await fetch(`${desk.sandbox.url}/v2/enqueue`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					routing_key: service?.integration.key,
					event_action,
					dedup_key,
					payload: { summary: dedup_key, source: 'db-7', severity: 'error' },
				}),
			});
		await send('trigger', 'a');
		await send('trigger', 'b');
		const [target = '', source = ''] = desk.sandbox.incidents().map(({ id }) => id);
		await merge(target, [source]);
		await send('resolve', 'a');
		expect(statuses([target])).toEqual(['triggered']);
		await send('resolve', 'b');
		expect(statuses([target])).toEqual(['resolved']);
	});
});
