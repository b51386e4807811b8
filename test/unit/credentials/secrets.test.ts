import type { ICredentialType } from 'n8n-workflow';

import { PagerDutyEventsApi } from '../../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyTokenApi } from '../../../credentials/PagerDutyTokenApi.credentials';
import { PagerDutyWebhookApi } from '../../../credentials/PagerDutyWebhookApi.credentials';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';

it.each<{ credential: ICredentialType; name: string }>([
	{ credential: new PagerDutyTokenApi(), name: 'apiToken' },
	{ credential: new PagerDutyEventsApi(), name: 'integrationKey' },
	{ credential: new PagerDutyWebhookApi(), name: 'signingSecrets' },
])('$credential.displayName hides its secret in the form', ({ credential, name }) => {
	const field = credential.properties.find((property) => property.name === name);
	expect(field?.typeOptions).toEqual({ password: true });
});

it('No parameter of the node takes a secret', () => {
	const texts = JSON.stringify(new PagerDuty().description.properties);
	expect(texts).not.toMatch(/"password":true/);
	expect(texts).not.toMatch(/"name":"[^"]*(?:token|secret|apiKey|integrationKey)[^"]*"/i);
});

it('Every credential of the node that is tested has its test', () => {
	const { description, methods } = new PagerDuty();
	const tests = (description.credentials ?? []).flatMap(({ testedBy }) => testedBy ?? []);
	expect(tests).toEqual(['testToken', 'testEvents']);
	expect(Object.keys(methods.credentialTest)).toEqual(expect.arrayContaining(tests));
});
