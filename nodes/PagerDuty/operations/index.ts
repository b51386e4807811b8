import type { Resource } from '../engine/operation';
import { analytics } from './analytics';
import { automationAction } from './automationAction';
import { businessService } from './businessService';
import { changeEvent } from './changeEvent';
import { event } from './event';
import { incident } from './incident';
import { incidentAlert } from './incidentAlert';
import { incidentNote } from './incidentNote';
import { incidentWorkflow } from './incidentWorkflow';
import { logEntry } from './logEntry';
import { schedule } from './schedule';
import { service } from './service';
import { statusPage } from './statusPage';
import { statusPagePost } from './statusPagePost';
import { statusTemplate } from './statusTemplate';
import { team } from './team';
import { user } from './user';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [
	analytics,
	automationAction,
	businessService,
	changeEvent,
	event,
	incident,
	incidentAlert,
	incidentNote,
	incidentWorkflow,
	logEntry,
	schedule,
	service,
	statusPage,
	statusPagePost,
	statusTemplate,
	team,
	user,
];
