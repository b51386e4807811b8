import { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';
import { until } from '../../support/until';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];
let workflows = 0;

/** Processes of queue mode that take deliveries for one workflow, each with a worker that runs what it takes. */
async function processes(count: number) {
	const workflow = { id: `workers-${workflows++}` };
	const all = Array.from({ length: count }, () => new LiveTrigger({ workflow }));
	for (const each of all) {
		await each.serve();
		each.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
		each.runElsewhere();
	}
	running.push(...all);
	return all;
}

const handedOn = (all: LiveTrigger[]) =>
	all.flatMap((each) => each.handedOn.map(({ json }) => String(json.id)));

/** Longer than two workers need to see each other. */
const aWhile = async () => await new Promise((resolve) => setTimeout(resolve, 1500));

afterEach(async () => {
	await Promise.all(running.splice(0).map((each) => each.close()));
});

describe('in queue mode', () => {
	it('attempts at one delivery that reach several processes at the same moment are handed on once', async () => {
		const all = await processes(3);
		const ids = Array.from({ length: 20 }, (_, index) => `event ${index}`);
		const attempts = ids.flatMap((id) =>
			all.map(async ({ url }) => await deliver(url, eventBody({ id }), { secret })),
		);
		expect(new Set((await Promise.all(attempts)).map(({ status }) => status))).toEqual(new Set([200]));
		await until('each is handed on', () => new Set(handedOn(all)).size === ids.length);
		await aWhile();
		expect(handedOn(all).sort()).toEqual([...ids].sort());
	});

	it('a repeat that reaches another process later is not handed on', async () => {
		const all = await processes(2);
		const [one, other] = all as [LiveTrigger, LiveTrigger];
		await deliver(one.url, eventBody({ id: 'once' }), { secret });
		await until('it is handed on', () => handedOn(all).length === 1);
		await deliver(other.url, eventBody({ id: 'once' }), { secret });
		await deliver(other.url, eventBody({ id: 'later' }), { secret });
		await until('the later one is handed on', () => handedOn(all).includes('later'));
		expect(handedOn(all)).toEqual(['once', 'later']);
	});

	it('an execution whose worker died goes on where another worker runs it again', async () => {
		const [one] = (await processes(1)) as [LiveTrigger];
		await deliver(one.url, eventBody({ id: 'once' }), { secret });
		await until('it is handed on', () => one.handedOn.length === 1);
		one.runElsewhere();
		await one.takeUpAgain();
		expect(one.handedOn).toHaveLength(2);
	});
});
