import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** What we hold of one subscription of ours. PagerDuty tells the secret once only, so it can be lost. */
export interface Held {
	readonly id: string;
	readonly secret?: string;
}

const shape = z.object({
	id: z.string().min(1),
	secret: z.string().min(1).optional().catch(undefined),
});

/** The trigger's subscriptions by the key of their filter, from its static data. What cannot be read is not there. */
export function heldIn(data: IDataObject): Map<string, Held> {
	const entries = z.record(z.unknown()).catch({}).parse(data.subscriptions);
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => {
			const held = shape.safeParse(value);
			return held.success ? [[key, held.data]] : [];
		}),
	);
}

/** All secrets that we hold. */
export const heldSecrets = (data: IDataObject): string[] =>
	[...heldIn(data).values()].flatMap(({ secret }) => secret ?? []);

export function keep(data: IDataObject, key: string, held: Held): void {
	// A new object each time: n8n sees that static data changed by an assignment to one of its properties.
	data.subscriptions = { ...Object.fromEntries(heldIn(data)), [key]: { ...held } };
}

export function forget(data: IDataObject, key: string): void {
	data.subscriptions = Object.fromEntries([...heldIn(data)].filter(([each]) => each !== key));
}
