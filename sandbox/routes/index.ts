import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import { addAccountFactRoutes, addPriorityRoutes } from './accountFacts';
import { addAnalyticsRoutes } from './analytics';
import { addAutomationRoutes } from './automationActions';
import { addBusinessServiceRoutes } from './businessServices';
import { addChangeEventRoutes } from './changeEvents';
import { addContactRoutes } from './contacts';
import { addCustomFieldRoutes } from './customFields';
import { addEscalationPolicyRoutes } from './escalationPolicies';
import { addIncidentActionRoutes } from './incidentActions';
import { addIncidentAlertRoutes } from './incidentAlerts';
import { addIncidentImpactRoutes } from './incidentImpacts';
import { addIncidentInsightRoutes } from './incidentInsight';
import { addIncidentNoteRoutes } from './incidentNotes';
import { addIncidentRoutes } from './incidents';
import { addIncidentWorkflowRoutes } from './incidentWorkflows';
import { addLogEntryRoutes } from './logEntries';
import { addMaintenanceWindowRoutes } from './maintenanceWindows';
import { addNotificationRoutes } from './notifications';
import { addOnCallRoutes } from './onCalls';
import { addScheduleOverrideRoutes } from './scheduleOverrides';
import { addScheduleRoutes } from './schedules';
import { addServiceRoutes } from './services';
import { addStatusPagePostRoutes } from './statusPagePosts';
import { addStatusPageRoutes } from './statusPages';
import { addTagRoutes } from './tags';

import { addResponderRoutes } from './responders';
import { addStatusUpdateRoutes } from './statusUpdates';
import { addTeamRoutes } from './teams';
import { addTemplateRoutes } from './templates';
import { addUserRoutes } from './users';
import { addWebhookSubscriptionRoutes } from './webhookSubscriptions';

/** All of the REST API that the sandbox has. */
export function addRestRoutes(app: FastifyInstance, account: Account): void {
	for (const add of [
		addIncidentRoutes,
		addIncidentActionRoutes,
		addIncidentAlertRoutes,
		addIncidentImpactRoutes,
		addIncidentInsightRoutes,
		addIncidentNoteRoutes,
		addResponderRoutes,
		addStatusUpdateRoutes,
		addLogEntryRoutes,
		addServiceRoutes,
		addBusinessServiceRoutes,
		addChangeEventRoutes,
		addAutomationRoutes,
		addIncidentWorkflowRoutes,
		addStatusPageRoutes,
		addStatusPagePostRoutes,
		addTemplateRoutes,
		addAnalyticsRoutes,
		addUserRoutes,
		addContactRoutes,
		addTeamRoutes,
		addEscalationPolicyRoutes,
		addScheduleRoutes,
		addScheduleOverrideRoutes,
		addOnCallRoutes,
		addMaintenanceWindowRoutes,
		addNotificationRoutes,
		addTagRoutes,
		addCustomFieldRoutes,
		addPriorityRoutes,
		addAccountFactRoutes,
		addWebhookSubscriptionRoutes,
	])
		add(app, account);
}
