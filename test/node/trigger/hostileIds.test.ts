import { LiveTrigger } from '../../support/liveTrigger';
import { staticKey } from '../../support/triggerWorkflow';
import '../../support/waits';
import { pagerDutyServer } from '../pagerDutyServer';

/** What static data may hold after PagerDuty, a proxy or somebody's hand wrote it. */
const hostile = ['../users', '%2e%2e', '..%2fusers', 'a/b', 'P1?x=1', 'P1#', '..\\users', '🔥', 'P\r\nX: y'];

/** A path below the subscriptions, with one word for the ID. */
const ours = /^\/webhook_subscriptions(\/(?!\.\.?(\/|$))[^/?#\\]+(\/enable)?)?$/;

/** Activates, checks and deactivates a trigger that holds a subscription with this ID. @returns the paths it asked for */
async function pathsWith(id: string): Promise<string[]> {
	const requests = pagerDutyServer(() => ({ status: 404, body: { error: { message: 'Not Found' } } }));
	const trigger = new LiveTrigger({
		webhookUrl: 'https://n8n.example.com',
		credentials: { pagerDutyTokenApi: { region: 'us', apiToken: 'u+key' } },
	});
	trigger.stored = { [staticKey]: { subscriptions: { account: { id, secret: 'secret' } } } };
	await trigger.exists().catch(() => 'n8n shows the error');
	await trigger.activate().catch(() => 'n8n shows the error');
	await trigger.deactivate().catch(() => 'n8n shows the error');
	return requests.map(({ path }) => path);
}

it.each(hostile)('a subscription whose ID is %j leads to no other path', async (id) => {
	const paths = await pathsWith(id);
	expect(paths).not.toEqual([]);
	for (const path of paths) expect(path).toMatch(ours);
});

it.each(['.', '..', ' '])('a subscription whose ID is %j is not asked for', async (id) => {
	expect(new Set(await pathsWith(id))).toEqual(new Set(['/webhook_subscriptions']));
});
