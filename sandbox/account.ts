import type { MovableClock } from './clock';
import type { Faults } from './http/faults';
import type { RateLimiter } from './http/rateLimit';
import type { Inbox } from './inbox/inbox';
import type { RecordedRequest } from './http/recorder';
import type { Settings } from './settings';
import type { DeliveryQueue } from './webhooks/deliveryQueue';
import type { Pauses } from './webhooks/pauses';
import type { Publisher } from './webhooks/publisher';
import type { World } from './world/world';

/** The parts of one running sandbox, as routes and control need them. */
export interface Account {
	world: World;
	clock: MovableClock;
	settings: Settings;
	/** Whether requests are refused that PagerDuty's documents do not know. */
	strict: boolean;
	faults: Faults;
	requests: RecordedRequest[];
	restLimiter: RateLimiter;
	eventsLimiter: RateLimiter;
	pauses: Pauses;
	queue: DeliveryQueue;
	publisher: Publisher;
	inbox: Inbox;
	/** Called whenever the state changed: saves it, refreshes the page. */
	changed(): void;
	onChange(listener: () => void): () => void;
}
