import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from './credentialTest';
import { loadEscalationPolicies } from './fields/objects/escalationPolicy';
import { loadIncidentTypes } from './fields/objects/incidentType';
import { loadPriorities } from './fields/objects/priority';
import { loadSchedules } from './fields/objects/schedule';
import { loadServices } from './fields/objects/service';
import { loadTeams } from './fields/objects/team';
import { loadUsers } from './fields/objects/user';
import { deduplicate } from './polling/deduplicate';
import { properties } from './polling/form/properties';
import { poll } from './polling/poll';

/** Starts workflows on what it finds in PagerDuty, for an n8n that PagerDuty cannot reach. What it polls is in `polling/sources/`. */
export class PagerDutyPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Polling Trigger',
		name: 'pagerDutyPollingTrigger',
		icon: { light: 'file:pagerduty.svg', dark: 'file:pagerduty.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: `={{ { incidentChanges: 'Incident Changes', onCallHandoff: 'On-Call Handoff', slaBreach: 'SLA Breach' }[$parameter.source] }}`,
		description:
			'Community node: starts the workflow when incidents change, a response time is missed, or someone else goes on call. Works where PagerDuty cannot reach n8n.',
		eventTriggerDescription: '',
		activationMessage: 'n8n now checks PagerDuty at the times you set.',
		defaults: { name: 'PagerDuty Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'pagerDutyTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] } },
				testedBy: 'testToken',
			},
			{
				name: 'pagerDutyAppOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testToken: credentialTest.testToken },
		loadOptions: {
			loadEscalationPolicies,
			loadIncidentTypes,
			loadPriorities,
			loadSchedules,
			loadServices,
			loadTeams,
			loadUsers,
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}

	/** The first step of an execution, and a test run in the editor. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await deduplicate(this);
	}
}
