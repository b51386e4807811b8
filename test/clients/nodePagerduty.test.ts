import { sandboxKeys } from '../../sandbox';
import { type Call, type Clients, installing, openClients } from './clients';
import { knownCalls } from './nodePagerdutyCalls';

let clients: Clients;
beforeAll(async () => (clients = await openClients()), installing);
beforeEach(() => clients.sandbox.reset());
afterAll(async () => await clients?.close());

const call = (...calls: Call[]) => clients.call('node-pagerduty', sandboxKeys.account, ...calls);
const from = sandboxKeys.userEmail;
const nobody = 'PXXXXXX';

describe('node-pagerduty', () => {
	it('is taken in whatever it asks of what there is', async () => {
		const calls = knownCalls(clients.sandbox);
		const answers = await call(...calls);
		expect(clients.refusals()).toEqual([]);
		// Some answers have nothing in them, so what was taken is seen in the sandbox.
		const taken = clients.sandbox.requests().filter(({ status }) => status !== null && status < 300);
		expect(taken).toHaveLength(calls.length);
		const answer = (name: string) => answers[calls.findIndex(([path]) => path === name)];
		expect(answer('incidents.createIncident')).toMatchObject({ incident: { title: 'From node-pagerduty' } });
		expect(answer('incidents.updateIncident')).toMatchObject({ incident: { status: 'acknowledged' } });
		expect(answer('incidents.manageIncident')).toMatchObject({ incidents: [{ status: 'resolved' }] });
		expect(answer('incidents.createNote')).toMatchObject({ note: { content: 'Looking' } });
		expect(answer('incidents.mergeIncidents')).toMatchObject({
			incident: { summary: expect.stringContaining('With alerts') as string },
		});
		expect(answer('incidents.manageAlerts')).toMatchObject({ alerts: [{ status: 'triggered' }] });
		expect(answer('maintenanceWindows.createMaintenanceWindow')).toMatchObject({
			maintenance_window: { description: 'Other disks' },
		});
		expect(answer('users.listUsers')).toMatchObject({ users: [{ email: from }] });
		expect(answer('events.sendEvent')).toMatchObject({ status: 'success', dedup_key: 'node-pagerduty' });
	});

	it('knows whose a user key is', async () => {
		const [me] = await clients.call('node-pagerduty', sandboxKeys.user, ['users.getCurrentUser', {}]);
		expect(me).toMatchObject({ user: { email: from } });
		expect(clients.refusals()).toEqual([]);
	});

	it('asks for nothing else that there is a route for', async () => {
		// Those are asked for with an ID that there is, or by somebody.
		const ofOthers = ['options', 'users.getCurrentUser', 'teams.deleteTeam'];
		const tried = new Set([...knownCalls(clients.sandbox).map(([name]) => name), ...ofOthers]);
		const names = (await clients.functions('node-pagerduty')).filter((name) => !tried.has(name));
		expect(names.length).toBeGreaterThan(50);
		await call(...names.map((name): Call => [name, nobody, nobody, {}]));
		// A route would refuse these arguments: then its function belongs to the known ones.
		expect(clients.refusals()).toEqual([]);
	});
});
