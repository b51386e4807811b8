import type { Resource } from '../../engine/operation';
import { getEscalationPolicies } from './getEscalationPolicies';
import { getIncidents } from './getIncidents';
import { getRawIncident } from './getRawIncident';
import { getRawIncidents } from './getRawIncidents';
import { getRawResponses } from './getRawResponses';
import { getResponders } from './getResponders';
import { getRespondersByTeam } from './getRespondersByTeam';
import { getServices } from './getServices';
import { getTeams } from './getTeams';
import { getUsers } from './getUsers';
import { analytics as facts } from './resource';

export const analytics: Resource = {
	...facts,
	operations: [
		getEscalationPolicies,
		getIncidents,
		getRawIncident,
		getRawIncidents,
		getRawResponses,
		getResponders,
		getRespondersByTeam,
		getServices,
		getTeams,
		getUsers,
	],
};
