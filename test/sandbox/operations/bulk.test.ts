import { sandboxKeys } from '../../../sandbox';
import { byId, deskForTests } from '../../support/operations/desk';

describe('changes of many incidents', () => {
	const desk = deskForTests('empty');

	const change = async (title: string, ids: string[], parameters = {}) => {
		desk.newRequests();
		const result = await desk.run(
			title,
			{ incidentId: byId('={{ $json.id }}'), ...parameters },
			{ items: ids.map((id) => ({ id })), onError: 'continueErrorOutput' },
		);
		return { ...result, requests: desk.newRequests() };
	};
	const add = (count: number) => desk.sandbox.addIncidents(count).map(({ id }) => id);
	const statuses = () => new Set(desk.sandbox.incidents().map(({ status }) => status));

	it('acknowledge 500 incidents with 2 requests, and give each item its own incident', async () => {
		const ids = add(500);
		const { items, requests } = await change('incident:acknowledge', ids);
		expect(requests).toEqual(['PUT /incidents', 'PUT /incidents']);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			ids.map((id, item) => [id, { item }]),
		);
		expect(statuses()).toEqual(new Set(['acknowledged']));
	});

	it.each([
		['incident:resolve', { resolution: 'Over' }],
		['incident:update', { updateFields: { status: 'resolved' } }],
	])('%s needs one request for 250 incidents and a second one for the 251st', async (title, parameters) => {
		const ids = add(251);
		const { items, requests } = await change(title, ids, parameters);
		expect(requests).toHaveLength(2);
		expect(items).toHaveLength(251);
		expect(statuses()).toEqual(new Set(['resolved']));
	});

	it('leave out only the incidents that PagerDuty refuses', async () => {
		const ids = add(5);
		desk.sandbox.resolve(ids[1] ?? '');
		const { items, errors } = await change('incident:resolve', [...ids, 'QNOSUCHID12345']);
		// The second one was resolved before, which is what was asked for.
		expect(items.map(({ json }) => json.id)).toEqual(ids);
		expect(errors.map(({ json }) => json.id)).toEqual(['QNOSUCHID12345']);
		expect(statuses()).toEqual(new Set(['resolved']));
	});

	it('keep their order where one incident comes twice', async () => {
		const [id = ''] = add(1);
		const titles = ['first', 'second', 'third'];
		const changed = await desk.read(
			'incident:update',
			{ incidentId: byId('={{ $json.id }}'), updateFields: { title: '={{ $json.title }}' } },
			{ items: titles.map((title) => ({ id, title })) },
		);
		expect(changed.map(({ title }) => title)).toEqual(titles);
		expect(desk.sandbox.incident(id)?.title).toBe('third');
	});

	it('set one status after another where one incident comes twice', async () => {
		const [id = '', other = ''] = add(2);
		const items = [
			{ id, status: 'acknowledged' },
			{ id: other, status: 'acknowledged' },
			{ id, status: 'resolved' },
		];
		const changed = await desk.read(
			'incident:update',
			{ incidentId: byId('={{ $json.id }}'), updateFields: { status: '={{ $json.status }}' } },
			{ items },
		);
		expect(changed).toMatchObject(items);
		expect(desk.sandbox.incident(id)?.status).toBe('resolved');
	});

	it.each(['before', 'after'] as const)(
		'are made once each, whether the first request was lost %s it was taken',
		async (when) => {
			const ids = add(60);
			desk.sandbox.fail({ method: 'PUT', path: '/incidents', when, kind: 'reset' });
			const { items } = await change('incident:acknowledge', ids);
			expect(items.map(({ json }) => [json.id, json.status])).toEqual(ids.map((id) => [id, 'acknowledged']));
			const entries = await desk.read('logEntry:getAll', { returnAll: true });
			expect(entries.filter(({ type }) => type === 'acknowledge_log_entry')).toHaveLength(60);
		},
	);

	it.each(['before', 'after'] as const)(
		'are made although one incident does not exist and the first request was lost %s it was taken',
		async (when) => {
			const ids = add(20);
			desk.sandbox.fail({ method: 'PUT', path: '/incidents', when, kind: 'reset' });
			const { items, errors } = await change('incident:acknowledge', [...ids, 'QNOSUCHID12345']);
			expect(items.map(({ json }) => [json.id, json.status])).toEqual(ids.map((id) => [id, 'acknowledged']));
			expect(errors.map(({ json: { id, error } }) => [id, error])).toEqual([
				['QNOSUCHID12345', 'Incident Not Found'],
			]);
		},
	);

	it('ask twice and no more with a read-only key, and change nothing', async () => {
		const items = add(250).map((id) => ({ id }));
		desk.newRequests();
		const { errors } = await desk.run(
			'incident:resolve',
			{ incidentId: byId('={{ $json.id }}') },
			{ items, onError: 'continueErrorOutput', credential: { apiToken: sandboxKeys.readOnly } },
		);
		expect(desk.newRequests()).toEqual(['PUT /incidents', 'GET /users/me']);
		expect(errors.map(({ json: { id, error } }) => ({ id, error }))).toEqual(
			items.map(({ id }) => ({ id, error: 'Access Denied' })),
		);
		expect(statuses()).toEqual(new Set(['triggered']));
	});

	it('are made in the name of each item’s own From user', async () => {
		const items = add(4).map((id, index) => ({ id, from: index < 2 ? 'maya.lindqvist' : 'rachel.kim' }));
		const fromEmail = byId('={{ $json.from }}@harborline.example');
		const incidentId = byId('={{ $json.id }}');
		desk.newRequests();
		const incidents = await desk.read('incident:acknowledge', { incidentId, fromEmail }, { items });
		expect(desk.newRequests()).toEqual(['PUT /incidents', 'PUT /incidents']);
		expect(incidents).toMatchObject(
			['Maya Lindqvist', 'Maya Lindqvist', 'Rachel Kim', 'Rachel Kim'].map((summary) => ({
				acknowledgements: [{ acknowledger: { summary } }],
			})),
		);
	});
});
