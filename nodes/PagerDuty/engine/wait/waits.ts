import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import type { ItemContext } from '../itemContext';
import type { LinkData } from './link';

/** The incident that asks, by PagerDuty's names. */
export interface AskingIncident extends IDataObject {
	id: string;
	incident_number: number;
	title: string;
	html_url: string;
	/** Tells this question from every other one, those of the same node and execution included. */
	incident_key: string;
}

/** A question as the output and the page show it. */
export interface Asked extends IDataObject {
	message: string;
	incident: AskingIncident;
}

/** What a person decided. */
export interface Decision {
	readonly approved: boolean;
	/** ISO 8601 */
	readonly respondedAt: string;
	/** The name that was entered on the page. Nothing proves it. */
	readonly respondedBy?: string;
}

/** Something that is done in PagerDuty once a question is answered. */
export interface Step {
	/** What the output says where it fails, such as `The note was not written`. */
	readonly otherwise: string;
	run(): Promise<unknown>;
}

/** What an operation says that asks a person, and waits for the answer. The engine carries the wait. */
export interface Waits<Input> {
	/** @param result what the operation gave: PagerDuty's incident */
	asked(input: Input, result: IDataObject, context: ItemContext): Asked;
	/** The steps after an answer, in order. One that fails keeps neither the next nor the workflow from going on. */
	settle(api: Api, asked: Asked, decision: Decision, linkData: LinkData): readonly Step[];
}
