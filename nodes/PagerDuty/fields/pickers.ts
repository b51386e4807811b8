import { getIncidentCustomFields } from './customFieldColumns';
import { searchAutomationActions, searchInvocations, searchRunners } from './objects/automationAction';
import { loadBusinessServices, searchBusinessServices } from './objects/businessService';
import { searchChangeEvents } from './objects/changeEvent';
import { loadEscalationPolicies, searchEscalationPolicies } from './objects/escalationPolicy';
import { loadOpenIncidents, searchIncidents } from './objects/incident';
import { searchIncidentAlerts } from './objects/incidentAlert';
import { searchIncidentNotes } from './objects/incidentNote';
import { loadIncidentTypeIds, loadIncidentTypes, searchIncidentTypes } from './objects/incidentType';
import { searchIncidentWorkflows } from './objects/incidentWorkflow';
import { searchLogEntries } from './objects/logEntry';
import { loadPriorities, searchPriorities } from './objects/priority';
import { loadServices, searchServices } from './objects/service';
import {
	loadStatusPageStatuses,
	searchStatusPageImpacts,
	searchStatusPagePosts,
	searchStatusPageServices,
	searchStatusPageSeverities,
	searchStatusPageStatuses,
	searchStatusPages,
} from './objects/statusPage';
import { searchStatusTemplates } from './objects/statusTemplate';
import { searchMaintenanceWindows } from './objects/maintenanceWindow';
import { loadSchedules, searchSchedules } from './objects/schedule';
import { searchScheduleOverrides } from './objects/scheduleOverride';
import { loadTeams, searchTeams } from './objects/team';
import { loadUsers, searchFromUsers, searchUsers } from './objects/user';

/** The searches behind the PagerDuty node's resource locators, by the names its fields use. */
export const listSearch = {
	searchAutomationActions,
	searchBusinessServices,
	searchChangeEvents,
	searchEscalationPolicies,
	searchFromUsers,
	searchIncidentAlerts,
	searchIncidentNotes,
	searchIncidents,
	searchIncidentTypes,
	searchIncidentWorkflows,
	searchInvocations,
	searchLogEntries,
	searchMaintenanceWindows,
	searchPriorities,
	searchRunners,
	searchScheduleOverrides,
	searchSchedules,
	searchServices,
	searchStatusPageImpacts,
	searchStatusPagePosts,
	searchStatusPages,
	searchStatusPageServices,
	searchStatusPageSeverities,
	searchStatusPageStatuses,
	searchStatusTemplates,
	searchTeams,
	searchUsers,
};

/** The lists behind its multi-selects. */
export const loadOptions = {
	loadBusinessServices,
	loadEscalationPolicies,
	loadIncidentTypeIds,
	loadIncidentTypes,
	loadOpenIncidents,
	loadPriorities,
	loadSchedules,
	loadServices,
	loadStatusPageStatuses,
	loadTeams,
	loadUsers,
};

/** The fields that its resource mappers offer. */
export const resourceMapping = { getIncidentCustomFields };
