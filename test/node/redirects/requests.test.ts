import '../../support/waits';
import { LiveTrigger } from '../../support/liveTrigger';
import { PollingWorkflow } from '../../support/pollingWorkflow';
import { staticKey } from '../../support/triggerWorkflow';
import { testCredential } from '../credentialTest/testCredential';
import { apiToken, byId, runNode } from '../pagerDutyNode';
import { connection, expectToStay, token, words } from './redirecting';

const incident = { incidentId: byId('PABC123'), content: 'a' };
const held = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret: 'secret' } } } };

expectToStay({
	'a read': async (url) =>
		(await runNode('incident.get', incident, { credentials: token(url) })).error?.message,
	'a write': async (url) =>
		(await runNode('incidentNote.create', incident, { credentials: token(url) })).error?.message,
	'the look-up of the From user': async (url) =>
		(await runNode('incident.resolve', incident, { credentials: token(url, '') })).error?.message,
	'an OAuth connection': async (url) => {
		const parameters = { ...incident, authentication: 'oAuth2' };
		return (await runNode('incident.get', parameters, { credentials: connection(url) })).error?.message;
	},
	'the life of a trigger': async (url) => {
		const trigger = new LiveTrigger({ credentials: token(url) });
		trigger.stored = held;
		return await words(trigger.deactivate());
	},
	'a poll': async (url) => {
		const parameters = { authentication: 'token', source: 'incidentChanges' };
		return await words(new PollingWorkflow({ parameters, credentials: token(url) }).activate());
	},
	'the test of an API key': async (url) =>
		(await testCredential('testToken', { region: 'custom', baseUrl: url, apiToken })).message,
	'the test of an integration key': async (url) => {
		const integrationKey = '0123456789abcdef0123456789abcdef';
		return (await testCredential('testEvents', { region: 'custom', baseUrl: url, integrationKey })).message;
	},
});
