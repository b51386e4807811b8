import type { Resource } from '../engine/operation';
import { businessService } from './businessService';
import { changeEvent } from './changeEvent';
import { event } from './event';
import { incident } from './incident';
import { incidentNote } from './incidentNote';
import { logEntry } from './logEntry';
import { schedule } from './schedule';
import { service } from './service';
import { team } from './team';
import { user } from './user';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [
	businessService,
	changeEvent,
	event,
	incident,
	incidentNote,
	logEntry,
	schedule,
	service,
	team,
	user,
];
