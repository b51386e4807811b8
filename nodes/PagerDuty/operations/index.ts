import type { Resource } from '../engine/operation';
import { account } from './account';
import { businessService } from './businessService';
import { incident } from './incident';
import { incidentNote } from './incidentNote';
import { logEntry } from './logEntry';
import { schedule } from './schedule';
import { service } from './service';
import { team } from './team';
import { user } from './user';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [
	account,
	businessService,
	incident,
	incidentNote,
	logEntry,
	schedule,
	service,
	team,
	user,
];
