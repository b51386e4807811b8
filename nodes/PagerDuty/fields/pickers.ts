import { loadBusinessServices, searchBusinessServices } from './objects/businessService';
import { loadEscalationPolicies, searchEscalationPolicies } from './objects/escalationPolicy';
import { searchIncidents } from './objects/incident';
import { loadIncidentTypes, searchIncidentTypes } from './objects/incidentType';
import { searchLogEntries } from './objects/logEntry';
import { searchMaintenanceWindows } from './objects/maintenanceWindow';
import { searchPriorities } from './objects/priority';
import { loadSchedules, searchSchedules } from './objects/schedule';
import { searchScheduleOverrides } from './objects/scheduleOverride';
import { loadServices, searchServices } from './objects/service';
import { loadTeams, searchTeams } from './objects/team';
import { loadUsers, searchFromUsers, searchUsers } from './objects/user';

/** The searches behind the PagerDuty node's resource locators, by the names its fields use. */
export const listSearch = {
	searchBusinessServices,
	searchEscalationPolicies,
	searchFromUsers,
	searchIncidentTypes,
	searchIncidents,
	searchLogEntries,
	searchMaintenanceWindows,
	searchPriorities,
	searchScheduleOverrides,
	searchSchedules,
	searchServices,
	searchTeams,
	searchUsers,
};

/** The lists behind its multi-selects. */
export const loadOptions = {
	loadBusinessServices,
	loadEscalationPolicies,
	loadIncidentTypes,
	loadSchedules,
	loadServices,
	loadTeams,
	loadUsers,
};
