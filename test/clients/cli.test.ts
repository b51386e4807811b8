import { sandboxIntegrationKeys, sandboxKeys } from '../../sandbox';
import { type Clients, installing, openClients } from './clients';

let clients: Clients;
const pd = async (line: string, ...more: string[]) => await clients.pd(...line.split(' '), ...more);
const json = async (line: string, ...more: string[]): Promise<unknown> =>
	JSON.parse(await pd(line, ...more, '--json'));

beforeAll(async () => {
	clients = await openClients();
	await pd(`auth add --token ${sandboxKeys.user} --alias maya --default`);
}, installing);
beforeEach(() => clients.sandbox.reset());
afterAll(async () => await clients?.close());

const open = () => clients.sandbox.incidents().findLast(({ status }) => status === 'triggered')?.id ?? '';
const status = (id: string) => clients.sandbox.incident(id)?.status;

/** A client of another program starts anew for each command. */
const slow = 120_000;

describe('pd, the command line program,', () => {
	it(
		'signs in with a user key as its user, and with an account key as nobody',
		async () => {
			expect(await pd('auth list')).toContain(sandboxKeys.userEmail);
			await pd(`auth add --token ${sandboxKeys.account} --alias account`);
			expect(await pd('auth list')).toContain('account');
			await pd('auth use --alias maya');
			// Whoever has an account key is told that nobody is behind it.
			expect(new Set(clients.refusals())).toEqual(new Set(['GET /users/me → 400']));
		},
		slow,
	);

	it(
		'opens, acknowledges, notes, renames, rates, assigns and resolves an incident',
		async () => {
			const created = await pd('incident create -t Smoke --service', 'Checkout API', '-u', 'high', '--pipe');
			const id = created.trim();
			expect(clients.sandbox.incident(id)).toMatchObject({ title: 'Smoke', urgency: 'high' });
			await pd(`incident ack -i ${id}`);
			expect(status(id)).toBe('acknowledged');
			await pd(`incident notes -i ${id} -n`, 'Looking into it');
			expect(await pd(`incident notes -i ${id}`)).toContain('Looking into it');
			await pd(`incident rename -i ${id} -t`, 'No smoke');
			await pd(`incident set -i ${id} -k urgency -v low`);
			await pd(`incident priority -i ${id} -n P2`);
			await pd(`incident assign -i ${id} -U mei.tanaka@harborline.example`);
			expect(clients.sandbox.incident(id)).toMatchObject({ title: 'No smoke', urgency: 'low' });
			expect(await pd(`incident log -i ${id}`)).toContain('Reassigned by Maya Lindqvist');
			await pd(`incident resolve -i ${id}`);
			expect(status(id)).toBe('resolved');
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);

	it(
		'lists incidents with everything that it can say of them',
		async () => {
			const table = await pd('incident list --notes -s open -s closed -x');
			for (const text of ['Packing station queue is not draining', 'P3', 'Station 4 restarted'])
				expect(table).toContain(text);
			const mine = (await json('incident list --me -s open')) as unknown[];
			expect(mine.length).toBeGreaterThan(0);
			for (const incident of mine)
				expect(incident).toMatchObject({ assignments: [{ assignee: { summary: 'Maya Lindqvist' } }] });
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);

	it.each([
		['user list', 'Maya Lindqvist'],
		['user oncall --me --always', 'Storefront On-Call'],
		['team list', 'Platform'],
		['service list', 'Checkout API'],
		['schedule list', 'Platform Rotation'],
		['schedule oncall -n', 'Platform On-Call', 'Platform Rotation'],
		['schedule show -n', 'Priya Raman', 'Storefront Rotation'],
		['schedule render --since today --until', 'Solberg', 'in 5 days', '-n', 'Platform Rotation'],
		['ep list', 'Office Hours'],
		['ep oncall -n', 'Ingrid Solberg', 'Office Hours'],
		['log --overview', 'Triggered through the API'],
		['rest get -e /abilities', 'urgencies'],
		['rest fetch -e /users', 'priya.raman@harborline.example'],
	])(
		'pd %s',
		async (command, text, ...more: string[]) => {
			expect(await pd(command, ...more)).toContain(text);
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);

	it(
		'sends events',
		async () => {
			const key = sandboxIntegrationKeys['Data Pipeline'];
			const source = 'db-7';
			await pd(`event alert -r ${key} --source ${source} --severity error --summary`, 'Lag of one hour');
			await pd(`event change -r ${key} --source ${source} --summary`, 'Release 7');
			expect(clients.sandbox.incidents().at(-1)?.title).toBe('Lag of one hour');
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);

	it(
		'acknowledges for a while, although nothing can be snoozed: PagerDuty ignores that in an update',
		async () => {
			const id = open();
			await pd(`incident ack -i ${id} --snooze 1h`);
			expect(status(id)).toBe('acknowledged');
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);

	it.each([
		'analytics incident',
		'automation action list',
		'bs list',
		'ep create -n Night --user_emails maya.lindqvist@harborline.example',
		'field list',
		'incident alerts -i $open',
		'incident analytics -i $open',
		'incident merge -I $open -i $other',
		'incident responder list -i $open',
		'incident subscriber list -i $open',
		'orchestration list',
		'schedule override list -n Storefront',
		'service create -n Night -e $policy',
		'service disable -n Checkout',
		'tag list',
		'team create -n Night',
		'team ep list -n Platform',
		'team user list -n Platform',
		'user contact list -e maya.lindqvist@harborline.example',
		'user log -n Maya',
		'user session list -e maya.lindqvist@harborline.example',
		'user set -E maya.lindqvist@harborline.example -k job_title -v Engineer',
	])(
		'asks for nothing that is refused but for a missing route: %s',
		async (command) => {
			const [incident, other] = clients.sandbox.incidents().filter(({ status }) => status === 'triggered');
			const ids = { $open: incident?.id, $other: other?.id, $policy: incident?.policyId };
			// What fails, fails for a route that is missing: that is looked at below.
			await pd(command.replace(/\$\w+/g, (name) => Reflect.get(ids, name))).catch(() => undefined);
			expect(clients.sandbox.requests().length).toBeGreaterThan(0);
			expect(clients.refusals()).toEqual([]);
		},
		slow,
	);
});
