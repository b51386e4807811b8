import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { Form } from './chosen';

/** What a source keeps between two polls, as JSON. */
export type Memory = IDataObject;

/** One look at PagerDuty. */
export interface Look {
	readonly host: Form;
	readonly api: Api;
	/** Whether the user wants no more than webhooks tell. If not, what the REST API says stands beside it. */
	readonly simple: boolean;
}

/** What one look brought: items in the order in which they happened, and what to keep if they are given out. */
export interface News {
	readonly items: IDataObject[];
	readonly memory: Memory;
	/** What leads to these items once more: see {@link Source.look}. */
	readonly again: Memory;
}

/** Something in PagerDuty that is asked for again and again. */
export interface Source {
	/** The OAuth scopes that it needs. */
	readonly scopes: readonly string[];
	/**
	 * @param memory undefined for the first time: then only the state of things is taken down, and nothing is new
	 * @param again what the last news said of themselves. Given when they may be lost: then they come once more, each item
	 * with the `id` that it had, and what is new comes with them
	 */
	look(look: Look, memory: Memory | undefined, again?: Memory): Promise<News>;
	/** Real examples of items, for building a workflow; oldest first. */
	samples(look: Look): Promise<IDataObject[]>;
	/** What a person can do where there is none. */
	readonly withoutSamples: string;
}

/** So many examples are given at most. */
export const sampleCount = 10;

/** A moment in PagerDuty's form: UTC, whole seconds. */
export const isoTime = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** PagerDuty's clock at a moment of this process (`performance.now()`), ours where no answer told the time. */
export const pagerDutyTime = ({ api }: Look, moment: number) => api.timeOf(moment) ?? Date.now();
