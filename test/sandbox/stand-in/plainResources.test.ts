import { type Sandbox, sandboxKeys, startSandbox } from '../../../sandbox';
import { caller } from './caller';

/** What `crud(…)` gives a resource; teams are the one that has all of it. */

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const created = (fields: object) => call('POST', '/teams', { body: { team: { type: 'team', ...fields } } });
const names = async (query: string) => (await call('GET', `/teams?${query}`)).column('teams', 'name');

describe('a plain resource', () => {
	it('is created, read, listed, changed and deleted', async () => {
		const team = await created({ name: 'Night Watch', description: 'At night' });
		expect(team.status).toBe(201);
		expect(team.at('team')).toMatchObject({ type: 'team', name: 'Night Watch', default_role: 'manager' });
		const id = team.text('team', 'id');
		expect((await call('GET', `/teams/${id}`)).body).toEqual(team.body);
		expect(await names('query=night')).toEqual(['Night Watch']);
		const changed = await call('PUT', `/teams/${id}`, { body: { team: { description: 'And by day' } } });
		expect(changed.at('team')).toMatchObject({ name: 'Night Watch', description: 'And by day' });
		expect((await call('DELETE', `/teams/${id}`)).status).toBe(204);
		for (const method of ['GET', 'PUT', 'DELETE']) {
			const body = method === 'PUT' ? { team: { name: 'x' } } : undefined;
			const gone = await call(method, `/teams/${id}`, { body });
			expect([gone.status, gone.at('error', 'code')]).toEqual([404, 2100]);
		}
		expect(await names('query=night')).toEqual([]);
	});

	it('has pages, in the order of names', async () => {
		for (const name of ['Aardvark', 'Zebra']) await created({ name });
		const first = await call('GET', '/teams?limit=2&total=true');
		expect(first.column('teams', 'name')).toEqual(['Aardvark', 'Logistics']);
		expect(first.body).toMatchObject({ limit: 2, offset: 0, more: true, total: 5 });
		expect(await names('limit=2&offset=4')).toEqual(['Zebra']);
	});

	it('refuses a name that another one has, in any case, and takes its own again', async () => {
		const taken = await created({ name: 'PLATFORM' });
		expect(taken.status).toBe(400);
		expect(taken.at('error')).toMatchObject({ code: 2001, errors: ['Name has already been taken'] });
		const id = (await created({ name: 'Night Watch' })).text('team', 'id');
		const rename = (name: string) => call('PUT', `/teams/${id}`, { body: { team: { name } } });
		expect((await rename('Platform')).status).toBe(400);
		expect((await rename('Night watch')).status).toBe(200);
		expect(await names('query=watch')).toEqual(['Night watch']);
	});

	it('refuses what is missing, and what stays', async () => {
		expect((await created({})).at('error', 'errors')).toEqual(['team.name: Required']);
		const [team] = (await call('GET', '/teams')).column('teams', 'id');
		expect((await call('DELETE', `/teams/${String(team)}`)).status).toBe(400);
	});

	it('is kept from those who may only read', async () => {
		const { status } = await call('POST', '/teams', { key: sandboxKeys.readOnly, body: {} });
		expect(status).toBe(403);
	});
});
