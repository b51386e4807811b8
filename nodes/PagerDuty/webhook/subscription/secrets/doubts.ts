import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/**
 * A subscription of ours whose signing secret is in doubt, because a delivery that names it does not fit. Anybody may
 * have sent that delivery, so PagerDuty is asked for a test event: if its signature fits, the secret is good. Doubts are
 * kept in static data, because any process may get the test event.
 */
export interface Doubt {
	/** When PagerDuty was asked for a test event, in milliseconds since 1970. */
	readonly at: number;
	/** `failed`: a test event came that does not fit. `cleared`: one came that does, which outweighs any other. */
	readonly result?: 'failed' | 'cleared';
}

/** Milliseconds that a test event may take. Until then one that does not fit may be forged. */
const answerTime = 15_000;
/** Milliseconds after which a doubt is forgotten, and another test event may be asked for. */
const lifetime = 600_000;

const shape = z.record(
	z.object({ at: z.number(), result: z.enum(['failed', 'cleared']).optional().catch(undefined) }),
);

const doubtsIn = ({ doubts }: IDataObject): Record<string, Doubt> => shape.catch({}).parse(doubts ?? {});

const isExpired = (at: number) => Date.now() - at >= lifetime;

/** @returns the doubt about a subscription; undefined when there is none, or it has expired */
export function doubtIn(data: IDataObject, id: string): Doubt | undefined {
	const doubt = doubtsIn(data)[id];
	return doubt !== undefined && !isExpired(doubt.at) ? doubt : undefined;
}

/** @param doubt left out to forget it */
export function noteDoubt(data: IDataObject, id: string, doubt?: Doubt): void {
	const others = Object.entries(doubtsIn(data)).filter(([each, { at }]) => each !== id && !isExpired(at));
	// A new object, because n8n notices changes of static data by assignments to its properties.
	data.doubts = Object.fromEntries([...others, ...(doubt ? [[id, { ...doubt }]] : [])]);
}

/** Whether PagerDuty's own test event had its time, and did not fit. */
export const isConfirmed = ({ at, result }: Doubt) => result === 'failed' && Date.now() - at >= answerTime;
