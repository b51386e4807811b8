import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/**
 * A subscription of ours whose signing secret is in doubt, because a delivery that names it does not fit. Nobody knows
 * who sent that. So PagerDuty is asked for a test event: if that is verified, the secret is good. All of this stands in
 * static data, because any process may get the test event.
 */
export interface Doubt {
	/** When PagerDuty was asked for a test event, in milliseconds since 1970. */
	readonly at: number;
	/** `failed`: a test event came that does not fit. `cleared`: one came that does, which outweighs any other. */
	readonly result?: 'failed' | 'cleared';
}

/** So many milliseconds a test event may take. Until then one that does not fit may be forged. */
const answerTime = 15_000;
/** Milliseconds after which another test event is asked for. */
const lasting = 600_000;

const shape = z.record(
	z.object({ at: z.number(), result: z.enum(['failed', 'cleared']).optional().catch(undefined) }),
);

const doubtsIn = ({ doubts }: IDataObject): Record<string, Doubt> => shape.catch({}).parse(doubts ?? {});

const isOver = (at: number) => Date.now() - at >= lasting;

/** The doubt about a subscription. @returns undefined when there is none, or it is so old that it says nothing any more */
export function doubtIn(data: IDataObject, id: string): Doubt | undefined {
	const doubt = doubtsIn(data)[id];
	return doubt !== undefined && !isOver(doubt.at) ? doubt : undefined;
}

/** @param doubt left out to forget it */
export function noteDoubt(data: IDataObject, id: string, doubt?: Doubt): void {
	const others = Object.entries(doubtsIn(data)).filter(([each, { at }]) => each !== id && !isOver(at));
	// A new object: n8n sees that static data changed by an assignment to one of its properties.
	data.doubts = Object.fromEntries([...others, ...(doubt ? [[id, { ...doubt }]] : [])]);
}

/** Whether PagerDuty's own test event had its time, and did not fit. */
export const isConfirmed = ({ at, result }: Doubt) => result === 'failed' && Date.now() - at >= answerTime;
