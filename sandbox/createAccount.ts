import type { Account } from './account';
import { MovableClock } from './clock';
import type { SandboxOptions } from './control/options';
import { Faults } from './http/faults';
import { RateLimiter } from './http/rateLimit';
import { awaitEnd } from './incidents/snooze';
import { Inbox } from './inbox/inbox';
import { plant } from './seed/company';
import { defaultSettings } from './settings';
import { DeliveryQueue } from './webhooks/deliveryQueue';
import { Pauses } from './webhooks/pauses';
import { Publisher } from './webhooks/publisher';
import { loadState } from './world/stateFile';
import { World } from './world/world';

/** Puts the parts of a sandbox together, with its state from the file, or fresh from the seed. */
export async function createAccount(options: SandboxOptions): Promise<Account> {
	const clock = new MovableClock(options.clock);
	const world = new World(clock);
	const settings = structuredClone({ ...defaultSettings, ...options.settings });
	const listeners = new Set<() => void>();
	const changed = () => {
		for (const listener of listeners) listener();
	};
	const pauses = new Pauses(clock);
	const queue = new DeliveryQueue(world, settings, pauses, changed);
	const loaded = options.stateFile !== undefined && (await loadState(world, options.stateFile));
	if (!loaded) plant(world, options.seed ?? 'company');
	const account: Account = {
		world,
		clock,
		settings,
		strict: options.strict ?? false,
		faults: new Faults(),
		requests: [],
		restLimiter: new RateLimiter(clock),
		eventsLimiter: new RateLimiter(clock),
		pauses,
		queue,
		publisher: new Publisher(world, queue),
		inbox: new Inbox(clock, changed),
		changed,
		onChange: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
	for (const incident of world.incidents.values()) awaitEnd(account, incident);
	return account;
}
