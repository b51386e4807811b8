import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import type { Batch, State } from '../batches/savedState';
import type { Form } from '../form/validate';

/** What a source needs to be read. */
export interface SourceContext {
	readonly form: Form;
	readonly api: Api;
	/** Whether items hold no more than webhooks tell. If not, what the REST API says is added. */
	readonly simple: boolean;
}

/** Something in PagerDuty that is polled. */
export interface Source {
	/** The OAuth scopes that it needs. */
	readonly scopes: readonly string[];
	/**
	 * What happened since the last poll.
	 *
	 * @param state what the last poll saved. Undefined for the first poll, which finds nothing: it saves where to begin
	 * @param replay `Batch.replay` of an unconfirmed batch: its items are emitted again with the same ids, together with
	 * what is new
	 * @throws NodeApiError, NodeOperationError
	 */
	read(context: SourceContext, state: State | undefined, replay?: State): Promise<Batch>;
	/** Real examples of items, for building a workflow; oldest first. @throws NodeApiError, NodeOperationError */
	samples(context: SourceContext): Promise<IDataObject[]>;
	/** What a person can do where there is none. */
	readonly withoutSamples: string;
}

/** So many examples are given at most. */
export const sampleCount = 10;

/** A moment in PagerDuty's form: UTC, whole seconds. */
export const isoTime = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** PagerDuty's clock at a moment of this process (`performance.now()`), ours where no answer told the time. In milliseconds since 1970. */
export const pagerDutyTime = ({ api }: SourceContext, moment: number) => api.timeOf(moment) ?? Date.now();
