import { searchEscalationPolicies } from './escalationPolicy';
import { searchIncidents } from './incident';
import { loadIncidentTypes } from './incidentType';
import { searchLogEntries } from './logEntry';
import { searchPriorities } from './priority';
import { loadServices, searchServices } from './service';
import { loadTeams } from './team';
import { loadUsers, searchFromUsers, searchUsers } from './user';

/** The searches behind the PagerDuty node's resource locators, by the names its fields use. */
export const listSearch = {
	searchEscalationPolicies,
	searchFromUsers,
	searchIncidents,
	searchLogEntries,
	searchPriorities,
	searchServices,
	searchUsers,
};

/** The lists behind its multi-selects. */
export const loadOptions = { loadIncidentTypes, loadServices, loadTeams, loadUsers };
