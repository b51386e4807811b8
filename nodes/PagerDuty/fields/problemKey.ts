import { createHash } from 'crypto';

import { truncate, type TextLimit } from '../api/text';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * How long a key may be that names a problem. A longer one keeps its beginning, and gets a digest of all of it: two keys
 * that are cut to the same text would make one of two problems. It is always the same for the same key.
 */
export const keyLimit: TextLimit = {
	max: 255,
	shorten: (key) => `${truncate(key, 200)}-${digestOf(key)}`,
};

/** A key for a problem that was given none: the same whenever all of this is the same. */
export const derivedKey = (...from: readonly string[]): string => `n8n-${digestOf(JSON.stringify(from))}`;
