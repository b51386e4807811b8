import { byId, deskForTests } from '../../support/operations/desk';

describe('many alerts', () => {
	const desk = deskForTests('empty');

	/** An incident with so many alerts, as items that name both. */
	const withAlerts = (count: number) => {
		const { id: incident } = desk.sandbox.trigger();
		return Array.from({ length: count }, (_, index) => {
			const { id } = desk.sandbox.alert(incident, { key: `k${index}`, summary: `Alert ${index}` });
			return { incident, id };
		});
	};
	const each = { incidentId: byId('={{ $json.incident }}'), alertId: byId('={{ $json.id }}') };
	const change = async (title: string, items: ReturnType<typeof withAlerts>, parameters = {}) => {
		desk.newRequests();
		const output = await desk.run(
			title,
			{ ...each, ...parameters },
			{ items, onError: 'continueErrorOutput' },
		);
		return { ...output, requests: desk.newRequests() };
	};

	it('of two incidents are resolved with one request for each, whatever their order', async () => {
		const [first, second] = [withAlerts(3), withAlerts(3)];
		const mixed = first.flatMap((item, index) => [item, second[index] ?? item]);
		const { items, requests } = await change('incidentAlert:resolve', mixed);
		expect(requests).toEqual([first, second].map(([one]) => `PUT /incidents/${one?.incident}/alerts`));
		expect(items.map(({ json, pairedItem }) => [json.id, json.status, pairedItem])).toEqual(
			mixed.map(({ id }, item) => [id, 'resolved', { item }]),
		);
		// With the last of its alerts an incident is resolved.
		expect(new Set(desk.sandbox.incidents().map(({ status }) => status))).toEqual(new Set(['resolved']));
	});

	it('fail one by one where PagerDuty refuses one of them', async () => {
		const good = withAlerts(3);
		const bad = { incident: good[0]?.incident ?? '', id: 'QNOSUCHID12345' };
		const { items, errors } = await change('incidentAlert:resolve', [...good, bad]);
		expect(items.map(({ json }) => json.id)).toEqual(good.map(({ id }) => id));
		expect(errors.map(({ json }) => json.id)).toEqual([bad.id]);
	});

	it('are all found again where the answer shows a page of them only', async () => {
		const many = withAlerts(110);
		const { items } = await change('incidentAlert:resolve', many);
		expect(items.map(({ json }) => [json.id, json.status])).toEqual(many.map(({ id }) => [id, 'resolved']));
	});

	it.each(['before', 'after'] as const)(
		'move to another incident once, whether the first request was lost %s it was taken',
		async (when) => {
			const many = withAlerts(4);
			const { id: target } = desk.sandbox.trigger();
			desk.sandbox.fail({
				method: 'PUT',
				path: `/incidents/${many[0]?.incident}/alerts`,
				when,
				kind: 'reset',
			});
			const { items } = await change('incidentAlert:move', many, { newIncidentId: byId(target) });
			expect(items.map(({ json }) => json)).toMatchObject(
				many.map(({ id }) => ({ id, incident: { id: target } })),
			);
			expect(desk.sandbox.alerts(target).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
		},
	);
});
