import type { Resource } from '../engine/operation';
import { incident } from './incident';
import { incidentNote } from './incidentNote';
import { logEntry } from './logEntry';
import { service } from './service';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [incident, incidentNote, logEntry, service];
