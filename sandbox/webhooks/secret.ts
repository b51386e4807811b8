import { randomBytes } from 'node:crypto';

/** A signing secret as PagerDuty makes them: 64 characters. */
export const newSecret = (): string => randomBytes(48).toString('base64').replace(/[+/]/g, 'x');
