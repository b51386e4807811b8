import type { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import type { TriggerOptions } from '../../support/triggerOptions';
import { staticKey } from '../../support/triggerWorkflow';
import { account, badgeOf, closeAll, heard, live, watchLog } from './liveAtSandbox';

let log: ReturnType<typeof watchLog>;

beforeEach(async () => {
	await account.start();
	log = watchLog();
});
afterEach(async () => {
	log.stop();
	await closeAll();
});

const sandbox = () => account.sandbox();
const all = () => sandbox().subscriptions();
const at = (trigger: LiveTrigger) => all().filter(({ url }) => url === trigger.url);

/** A copy with everything that n8n stored for the original: its static data, whatever that says. */
async function copyOf(original: LiveTrigger, more: Partial<TriggerOptions> = {}) {
	const copy = await live(original.options.parameters, more);
	copy.stored = JSON.parse(JSON.stringify(original.stored)) as typeof original.stored;
	return copy;
}

/** As n8n's public API copies a workflow: it has another ID and another webhook, and the same static data. */
const workflowCopy = async (original: LiveTrigger) => await copyOf(original, { workflow: { id: 'copied' } });

/** A backup of a whole n8n, started at another address: every ID and every secret is the same. */
const n8nCopy = async (original: LiveTrigger) => await copyOf(original);

/** Static data as earlier versions of this package wrote it, with the secret for everybody to read. */
const n8nCopyUnsealed = async (original: LiveTrigger) => {
	const copy = await n8nCopy(original);
	const [{ id, secrets }] = all() as [ReturnType<typeof all>[number]];
	copy.stored = { [staticKey]: { subscriptions: { account: { id, secret: secrets[0] } }, badge: 'b' } };
	return copy;
};

describe.each([
	['a copy of the workflow', workflowCopy],
	['a copy of the whole n8n', n8nCopy],
	['a copy of the whole n8n, from before secrets were sealed', n8nCopyUnsealed],
])('%s, with the static data of the original,', (_, makeCopy) => {
	const begin = async () => {
		const original = await live();
		await original.activate();
		const [before] = at(original);
		const copy = await makeCopy(original);
		return { original, before, copy };
	};

	it.each([
		['activated', async (copy: LiveTrigger) => await copy.activate()],
		['started', async (copy: LiveTrigger) => await copy.restart().then(() => copy.tick())],
		['deactivated before it ever ran', async (copy: LiveTrigger) => await copy.deactivate()],
		[
			'activated, published anew and deactivated',
			async (copy: LiveTrigger) => {
				await copy.activate();
				await copy.publish({ events: ['incident.triggered', 'incident.resolved'] });
				await copy.deactivate();
			},
		],
		[
			'started, looked after and stopped in the middle',
			async (copy: LiveTrigger) => {
				await copy.restart();
				for (let patrol = 0; patrol < 3; patrol++) await copy.tick();
				copy.kill();
				await copy.restart();
			},
		],
	])('leaves that of the original as it is when it is %s', async (__, live) => {
		const { original, before, copy } = await begin();
		await live(copy);
		await sandbox().settled();
		expect(at(original)).toEqual([before]);
		expect(await heard(original)).toBe(1);
	});

	it('has one of its own, and each hears each event once, for as long as both live', async () => {
		const { original, before, copy } = await begin();
		await copy.activate();
		for (const each of [original, copy, original, copy]) {
			await each.restart();
			await each.tick();
			await sandbox().settled();
		}
		expect(at(original)).toEqual([before]);
		expect(at(copy)).toHaveLength(1);
		expect(all()).toHaveLength(2);
		sandbox().trigger();
		await sandbox().settled();
		expect([original.executions.length, copy.executions.length]).toEqual([1, 1]);
	});

	it('goes on when the original is deactivated, and the other way round', async () => {
		const { original, copy } = await begin();
		await copy.activate();
		await original.deactivate();
		expect(await heard(copy)).toBe(1);
		await original.activate();
		await copy.deactivate();
		expect(await heard(original)).toBe(1);
		expect(all()).toHaveLength(1);
	});

	it('names in the log of n8n what it left alone, by its ID and both addresses', async () => {
		const { original, before, copy } = await begin();
		await copy.activate();
		const named = log.lines().filter((line) => line.includes(String(before?.id)));
		expect(named).toHaveLength(1);
		expect(named[0]).toContain(original.url);
		expect(named[0]).toContain(copy.url);
		expect(named[0]).toMatch(/left alone.*Integrations > Generic Webhooks/);
	});

	it('takes nothing that was signed for the original', async () => {
		const { before, copy } = await begin();
		await copy.activate();
		const secret = String(before?.secrets[0]);
		expect(await deliver(copy.url, eventBody(), { secret })).toMatchObject({ status: 401 });
		expect(copy.executions).toEqual([]);
	});
});

describe('of a copy of the workflow', () => {
	it('the secret that was copied along is of no use before it is activated, either', async () => {
		const original = await live();
		await original.activate();
		const secret = String(all()[0]?.secrets[0]);
		const copy = await workflowCopy(original);
		expect(await deliver(copy.url, eventBody(), { secret })).toMatchObject({ status: 503 });
		expect(copy.executions).toEqual([]);
	});
});

describe('after n8n moved to another address', () => {
	it('what sends to the old one is left, n8n says which, and deliveries that still come from it are refused', async () => {
		const trigger = await live();
		await trigger.activate();
		const [old] = all();
		const { url } = trigger;
		trigger.options.webhookUrl = 'https://new.example.com';
		await trigger.restart();
		await trigger.tick();
		expect(all()).toHaveLength(2);
		expect(all()[0]).toEqual(old);
		expect(log.lines().join('\n')).toContain(`the webhook subscription ${old?.id} was left alone`);
		const secret = String(old?.secrets[0]);
		const headers = badgeOf(old!);
		expect(await deliver(url, eventBody(), { secret, headers })).toMatchObject({ status: 401 });
		expect(trigger.executions).toEqual([]);
	});
});
