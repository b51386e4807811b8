import { randomUUID } from 'node:crypto';
import type { Settings } from '../settings';
import type { Delivery, Subscription } from '../world/entities';
import type { World } from '../world/world';
import { attempt } from './attempt';
import type { Pauses } from './pauses';
import { sign } from './signature';
import { countDrop, wake } from './subscription';
import { Turns } from './turns';

export interface WebhookEvent {
	id: string;
	event_type: string;
	[field: string]: unknown;
}

/** So many attempts are remembered. */
const remembered = 10_000;

/**
 * Delivers events: one lane for each subscription and incident, in order, so that an
 * event that has to be retried holds back the later ones of its lane and no others.
 */
export class DeliveryQueue {
	private readonly lanes = new Map<string, Lane>();
	private idle: Array<() => void> = [];
	private stop = new AbortController();
	private readonly turns = new Turns(() => this.settings.deliveriesAtOnce);

	constructor(
		private readonly world: World,
		private readonly settings: Settings,
		private readonly pauses: Pauses,
		private readonly changed: () => void,
	) {}

	add(subscription: Subscription, event: WebhookEvent, incidentId: string | null): void {
		const key = `${subscription.id} ${incidentId ?? event.id}`;
		const job = { subscription, event, incidentId, body: JSON.stringify({ event }), stop: this.stop.signal };
		const lane = this.lanes.get(key);
		if (lane) lane.jobs.push(job);
		else void this.run(key, { jobs: [job], paused: false });
	}

	/** Resolves once every event was answered, given up, or waits (itself or behind another) for a retry. */
	async settled(): Promise<void> {
		if (!this.isSettled()) await new Promise<void>((resolve) => this.idle.push(resolve));
	}

	/** Forgets everything that is still to be delivered. */
	clear(): void {
		this.stop.abort();
		this.stop = new AbortController();
		this.lanes.clear();
		this.pauses.wakeAll();
		this.checkSettled();
	}

	private isSettled(): boolean {
		return [...this.lanes.values()].every((lane) => lane.paused);
	}

	private checkSettled(): void {
		if (this.isSettled()) for (const resolve of this.idle.splice(0)) resolve();
	}

	private async run(key: string, lane: Lane): Promise<void> {
		this.lanes.set(key, lane);
		for (let job = lane.jobs.shift(); job; job = lane.jobs.shift()) await this.deliver(job, lane);
		// After a reset another lane may have this key.
		if (this.lanes.get(key) === lane) this.lanes.delete(key);
		this.checkSettled();
	}

	private async deliver(job: Job, lane: Lane): Promise<void> {
		const webhookId = randomUUID();
		const givenUpAt = this.world.clock.now().getTime() + this.settings.deliveryGiveUpMs;
		for (let count = 1; this.isWanted(job); count++) {
			const delivery = await this.turns.take(async () => await this.attempt(job, webhookId, count));
			if (job.stop.aborted) return;
			const { deliveryRetryMs } = this.settings;
			const wait = deliveryRetryMs[Math.min(count, deliveryRetryMs.length) - 1] ?? 0;
			const late = this.world.clock.now().getTime() + wait > givenUpAt;
			if (delivery.outcome === 'retrying' && late) delivery.outcome = 'dropped';
			if (delivery.outcome === 'delivered') job.subscription.drops = 0;
			if (delivery.outcome === 'dropped') countDrop(this.world, job.subscription, this.settings.disabledMs);
			this.changed();
			if (delivery.outcome !== 'retrying') return;
			lane.paused = true;
			this.checkSettled();
			await this.pauses.pause(wait);
			lane.paused = false;
		}
	}

	private async attempt(job: Job, webhookId: string, count: number): Promise<Delivery> {
		const delivery = this.record(job, webhookId, count);
		const started = Date.now();
		const result = await attempt(job.subscription, delivery, this.settings.deliveryTimeoutMs, job.stop);
		return Object.assign(delivery, result, { durationMs: Date.now() - started });
	}

	/** What a deleted or disabled subscription had waiting is lost. */
	private isWanted({ subscription, stop }: Job): boolean {
		const held = this.world.subscriptions.get(subscription.id) === subscription;
		return !stop.aborted && held && wake(this.world, subscription).active;
	}

	private record({ subscription, event, incidentId, body }: Job, webhookId: string, count: number): Delivery {
		const delivery: Delivery = {
			webhookId,
			subscriptionId: subscription.id,
			eventId: event.id,
			eventType: event.event_type,
			incidentId,
			url: subscription.url,
			attempt: count,
			at: this.world.clock.now().toISOString(),
			signature: sign(subscription.secrets, body),
			body,
			status: null,
			error: null,
			outcome: 'pending',
			durationMs: 0,
		};
		this.world.deliveries.push(delivery);
		if (this.world.deliveries.length > remembered) this.world.deliveries.shift();
		this.changed();
		return delivery;
	}
}

interface Job {
	subscription: Subscription;
	event: WebhookEvent;
	incidentId: string | null;
	/** The raw body: the same bytes in every attempt. */
	body: string;
	stop: AbortSignal;
}

interface Lane {
	jobs: Job[];
	/** Its first event waits to be retried. */
	paused: boolean;
}
