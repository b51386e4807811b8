import type { Resource } from '../engine/operation';
import { account } from './account';
import { analytics } from './analytics';
import { automationAction } from './automationAction';
import { businessService } from './businessService';
import { changeEvent } from './changeEvent';
import { escalationPolicy } from './escalationPolicy';
import { event } from './event';
import { incident } from './incident';
import { incidentAlert } from './incidentAlert';
import { incidentNote } from './incidentNote';
import { incidentType } from './incidentType';
import { incidentTypeField } from './incidentTypeField';
import { incidentWorkflow } from './incidentWorkflow';
import { logEntry } from './logEntry';
import { maintenanceWindow } from './maintenanceWindow';
import { notification } from './notification';
import { onCall } from './onCall';
import { priority } from './priority';
import { report } from './report';
import { schedule } from './schedule';
import { scheduleOverride } from './scheduleOverride';
import { service } from './service';
import { statusPage } from './statusPage';
import { statusPagePost } from './statusPagePost';
import { statusTemplate } from './statusTemplate';
import { tag } from './tag';
import { team } from './team';
import { user } from './user';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [
	account,
	analytics,
	automationAction,
	businessService,
	changeEvent,
	escalationPolicy,
	event,
	incident,
	incidentAlert,
	incidentNote,
	incidentType,
	incidentTypeField,
	incidentWorkflow,
	logEntry,
	maintenanceWindow,
	notification,
	onCall,
	priority,
	report,
	schedule,
	scheduleOverride,
	service,
	statusPage,
	statusPagePost,
	statusTemplate,
	tag,
	team,
	user,
];
