import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { PagerDutyEvent } from '../event';
import { Attempt } from './attempt';
import { claimsOf, type Claims } from './claims';
import { stamped } from './executionGate';
import { isRemembered, mayBeForgotten } from './recentEvents';

/**
 * One attempt of PagerDuty's to deliver an event, and what makes it start one execution only. The order is n8n's:
 *
 * 1. `webhook()` makes the {@link claim} and gives n8n the item that {@link stamp} marks.
 * 2. n8n stores the execution and starts it. `execute()` holds it back (`executionGate.ts`).
 * 3. n8n asks for the answer's body: {@link commit} writes the event into static data, which n8n saves next.
 * 4. PagerDuty gets its answer, and the execution is released.
 */
export class Delivery {
	private readonly data: IDataObject;
	private readonly claims: Claims;
	private readonly attempt: Attempt;
	/** Whether static data shows that no earlier attempt was taken. */
	private readonly isNew: boolean;

	constructor(
		host: IWebhookFunctions,
		private readonly event: PagerDutyEvent,
	) {
		this.data = host.getWorkflowStaticData('node');
		this.claims = claimsOf(host);
		this.attempt = new Attempt(host.getResponseObject());
		this.isNew = !mayBeForgotten(this.data, event);
	}

	/**
	 * Asks for the right to start an execution. Waits until an earlier attempt that is being worked on is answered.
	 *
	 * @returns `duplicate` when an earlier attempt at the event was taken; `busy` when PagerDuty hung up on an earlier one
	 * that n8n still works on, so that nobody knows yet
	 */
	async claim(): Promise<'mine' | 'duplicate' | 'busy'> {
		if (isRemembered(this.data, this.event.key)) return 'duplicate';
		const claim = await this.claims.claim(this.event.key, this.attempt);
		return claim === 'taken' ? 'duplicate' : claim;
	}

	/** Marks the item of the event with what `execute()` needs to know of the delivery. */
	stamp(item: INodeExecutionData): INodeExecutionData {
		const { key } = this.event;
		return stamped(item, { key, attempt: this.attempt.id, isNew: this.isNew });
	}

	/** Writes into static data that the event was taken. To be called when n8n asks for the answer's body, not earlier. */
	commit(): void {
		if (!isRemembered(this.data, this.event.key)) this.claims.recent.write(this.data, this.event);
	}
}
