import type { Resource } from '../engine/operation';
import { account } from './account';
import { businessService } from './businessService';
import { escalationPolicy } from './escalationPolicy';
import { incident } from './incident';
import { incidentNote } from './incidentNote';
import { incidentType } from './incidentType';
import { incidentTypeField } from './incidentTypeField';
import { logEntry } from './logEntry';
import { maintenanceWindow } from './maintenanceWindow';
import { notification } from './notification';
import { onCall } from './onCall';
import { priority } from './priority';
import { schedule } from './schedule';
import { scheduleOverride } from './scheduleOverride';
import { service } from './service';
import { tag } from './tag';
import { team } from './team';
import { user } from './user';

/** Everything the PagerDuty node can do, in the order of its dropdown. */
export const resources: readonly Resource[] = [
	account,
	businessService,
	escalationPolicy,
	incident,
	incidentNote,
	incidentType,
	incidentTypeField,
	logEntry,
	maintenanceWindow,
	notification,
	onCall,
	priority,
	schedule,
	scheduleOverride,
	service,
	tag,
	team,
	user,
];
