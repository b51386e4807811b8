import type { Delivery } from '../../sandbox';
import { noteFigures } from '../support/figures';
import { openRivals, type Rival, type Rivals } from '../load/flood/rivals';

jest.setTimeout(400_000);

/** What one of them took and gave, over all rounds. */
interface Pace {
	events: number;
	milliseconds: number;
}

interface Race {
	readonly rounds: number;
	/** Of ours in each round. */
	readonly events: number;
	/** Of each Webhook node in each round. */
	readonly theirs: number;
	/**
	 * Ours as a part of the speed of the first Webhook node. More rounds are run while it is missed, up to three times as
	 * many: one alone differs from the next by a tenth.
	 */
	readonly wanted: number;
}

const speed = ({ events, milliseconds }: Pace) => (events * 1_000) / milliseconds;
const perSecond = (pace: Pace) => `${speed(pace).toFixed(0)} a second`;

/** Lets them take a number of events in turn, so that a slow moment of the machine hits all. */
async function race({ ours, webhookNodes, round }: Rivals, { rounds, events, theirs, wanted }: Race) {
	const rivals = [ours, ...webhookNodes.values()];
	// n8n compiles and caches at first.
	for (const rival of rivals) await round(rival, 40);
	const paces = rivals.map((): Pace => ({ events: 0, milliseconds: 0 }));
	const [own, first, second = first] = paces as [Pace, Pace, Pace?];
	const ratio = () => speed(own) / speed(first);
	for (let done = 0; done < rounds || (ratio() < wanted && done < 3 * rounds); done++)
		for (const [index, rival] of rivals.entries()) {
			const pace = paces[index] as Pace;
			const count = rival === ours ? events : theirs;
			pace.milliseconds += await round(rival, count);
			pace.events += count;
		}
	return { ratio: ratio(), ours: perSecond(own), first: perSecond(first), second: perSecond(second) };
}

const attemptsAt = ({ sandbox }: Rivals, { serviceId }: Rival): Delivery[] => {
	const subscription = sandbox.subscriptions().find(({ filter }) => filter.id === serviceId);
	return sandbox.deliveries().filter(({ subscriptionId }) => subscriptionId === subscription?.id);
};

const slowest = (attempts: readonly Delivery[]) => Math.max(...attempts.map(({ durationMs }) => durationMs));

function expectEachOnce(rivals: Rivals): Delivery[] {
	const attempts = attemptsAt(rivals, rivals.ours);
	const stored = rivals.executions.of(rivals.ours.workflowId);
	expect(stored.map(({ eventId }) => eventId).sort()).toEqual(attempts.map(({ eventId }) => eventId).sort());
	expect(stored.every(({ status, ran }) => status === 'success' && ran.includes('After'))).toBe(true);
	expect(new Set(attempts.map(({ status }) => status))).toEqual(new Set([200]));
	expect(slowest(attempts)).toBeLessThan(5_000);
	return attempts;
}

describe('a flood of events', () => {
	const figures: Record<string, string | number> = {};
	let rivals: Rivals;

	afterEach(async () => await rivals?.close());
	afterAll(() => noteFigures('flood', figures));

	it('of 2,000 starts one execution each, in time and nearly as fast as the Webhook node of n8n', async () => {
		// From 0.87 to 0.96, depending on the machine: n8n looks up the credential and saves static data for each event.
		const wanted = 0.85;
		// n8n then takes an isolate only for what has an expression: neither of the two, nor the node after them, has one.
		rivals = await openRivals({ env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } });
		const { ratio, ours, first } = await race(rivals, { rounds: 20, events: 100, theirs: 60, wanted });
		const attempts = expectEachOnce(rivals);
		expect(attempts.length).toBeGreaterThanOrEqual(2_000);
		Object.assign(figures, {
			'Events sent': attempts.length,
			'Executions started': rivals.executions.of(rivals.ours.workflowId).length,
			'Slowest answer': `${(slowest(attempts) / 1000).toFixed(1)} s`,
			'Events through PagerDuty Trigger': ours,
			"Events through n8n's Webhook node": first,
			'Speed beside the Webhook node': ratio.toFixed(2),
		});
		expect(ratio).toBeGreaterThanOrEqual(wanted);
	});

	// Of the Webhook node's newer versions n8n 2 spares the isolate for each delivery, and of no other trigger.
	it('starts one execution each, in time, in an n8n as it is installed, as fast as the older Webhook node', async () => {
		rivals = await openRivals({ deliveriesAtOnce: 10, webhookVersions: [1, 2] });
		const pace = await race(rivals, { rounds: 4, events: 60, theirs: 60, wanted: 0.9 });
		const attempts = expectEachOnce(rivals);
		Object.assign(figures, {
			'n8n as installed: slowest answer': `${(slowest(attempts) / 1000).toFixed(1)} s`,
			'n8n as installed: events through PagerDuty Trigger': pace.ours,
			"n8n as installed: events through n8n's Webhook node, version 1": pace.first,
			"n8n as installed: events through n8n's Webhook node, version 2": pace.second,
		});
		expect(pace.ratio).toBeGreaterThanOrEqual(0.9);
	});
});
