import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** So many deliveries are written down for each node, the oldest are forgotten first. With 1,000, n8n took a quarter longer for each event. */
const remembered = 300;

/** Characters of a fingerprint: 60 bits. */
const width = 10;

/** IDs are kept as short fingerprints: n8n reads and writes all of them again with every event. */
export const fingerprint = (id: Buffer | string) =>
	createHash('sha256').update(id).digest('base64url').slice(0, width);

/** Whether a delivery is written down in a node's static data. */
export function isRemembered(data: IDataObject, key: string): boolean {
	const text = deliveredIn(data);
	let at = text.indexOf(key);
	while (at % width > 0) at = text.indexOf(key, at + 1);
	return at >= 0;
}

/** The deliveries that n8n has stored executions for, as one process knows them, for the time after it and for the others. */
export class Memory {
	/**
	 * Fingerprints one after another, oldest first. One string: n8n watches every element of a list for changes, which
	 * takes longer than all else that we do.
	 */
	private text = '';

	/** Writes a delivery down, and with it what this process knows: another request may have written in between. */
	write(data: IDataObject, key: string): void {
		const saved = deliveredIn(data);
		// Whoever wrote last put its own delivery last: when that is one of ours, so are all the others.
		if (!this.text.includes(saved.slice(-width))) this.text = union(saved, this.text);
		this.text = (this.text + key).slice(-width * remembered);
		data.delivered = this.text;
	}
}

const union = (...texts: string[]) => [...new Set(texts.flatMap(keysIn))].join('');

const keysIn = (text: string): string[] => text.match(new RegExp(`.{${width}}`, 'g')) ?? [];

const deliveredIn = ({ delivered }: IDataObject): string =>
	typeof delivered === 'string' && delivered.length % width === 0 ? delivered : '';
