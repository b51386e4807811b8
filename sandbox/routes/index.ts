import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import { addAccountFactRoutes, addPriorityRoutes } from './accountFacts';
import { addAutomationRoutes } from './automationActions';
import { addIncidentWorkflowRoutes } from './incidentWorkflows';
import { addStatusPageRoutes } from './statusPages';
import { addStatusPagePostRoutes } from './statusPagePosts';
import { addTemplateRoutes } from './templates';
import { addAnalyticsRoutes } from './analytics';
import { addBusinessServiceRoutes } from './businessServices';
import { addChangeEventRoutes } from './changeEvents';
import { addEscalationPolicyRoutes } from './escalationPolicies';
import { addIncidentActionRoutes } from './incidentActions';
import { addIncidentAlertRoutes } from './incidentAlerts';
import { addIncidentImpactRoutes } from './incidentImpacts';
import { addIncidentInsightRoutes } from './incidentInsight';
import { addIncidentNoteRoutes } from './incidentNotes';
import { addIncidentRoutes } from './incidents';
import { addLogEntryRoutes } from './logEntries';
import { addOnCallRoutes } from './onCalls';
import { addResponderRoutes } from './responders';
import { addScheduleRoutes } from './schedules';
import { addServiceRoutes } from './services';
import { addStatusUpdateRoutes } from './statusUpdates';
import { addTeamRoutes } from './teams';
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
		addTeamRoutes,
		addEscalationPolicyRoutes,
		addScheduleRoutes,
		addOnCallRoutes,
		addPriorityRoutes,
		addAccountFactRoutes,
		addWebhookSubscriptionRoutes,
	])
		add(app, account);
}
