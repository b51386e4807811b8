import type { ICredentialType, INodeType } from 'n8n-workflow';

import { PagerDutyAppOAuth2Api } from '../../../credentials/PagerDutyAppOAuth2Api.credentials';
import { PagerDutyEventsApi } from '../../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyTokenApi } from '../../../credentials/PagerDutyTokenApi.credentials';
import { PagerDutyWebhookApi } from '../../../credentials/PagerDutyWebhookApi.credentials';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { PagerDutyPollingTrigger } from '../../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';

it.each<{ credential: ICredentialType; labels: string[] }>([
	{ credential: new PagerDutyTokenApi(), labels: ['Base URL', 'API Key'] },
	{ credential: new PagerDutyEventsApi(), labels: ['Base URL', 'Integration Key'] },
	{ credential: new PagerDutyWebhookApi(), labels: ['Signing Secrets'] },
	{ credential: new PagerDutyAppOAuth2Api(), labels: ['Base URL', 'Subdomain'] },
])('$credential.displayName marks what it cannot do without', ({ credential, labels }) => {
	const shown = credential.properties.filter(({ type, required }) => type !== 'hidden' && required);
	expect(shown.map(({ displayName }) => displayName)).toEqual(labels);
});

it.each<[string, INodeType]>([
	['PagerDuty', new PagerDuty()],
	['PagerDuty Trigger', new PagerDutyTrigger()],
	['PagerDuty Polling Trigger', new PagerDutyPollingTrigger()],
])('A %s without a credential is marked as unfinished, whichever it needs', (_, { description }) => {
	const { credentials = [] } = description;
	expect(credentials.length).toBeGreaterThan(1);
	expect(credentials.filter(({ required }) => !required)).toEqual([]);
});
