import type { IDataObject, IHookFunctions, ITriggerFunctions, WorkflowExecuteMode } from 'n8n-workflow';

import { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';
import { scopes } from '../../nodes/PagerDuty/webhook/subscription/api';
import { describeWithOpenApi } from '../support/openapi';
import { documentedScopes } from './requests/document';
import { fixedChoices } from '../support/operations/fieldValues';
import { node, recorder } from './requests/recorder';
import { problemsOf } from './requests/sentRequest';
import { subscribedAccount } from './requests/subscribedAccount';

const { webhookMethods, description, trigger: keepPatrols } = new PagerDutyTrigger();
const eventTypes = description.properties.flatMap((field) =>
	field.name === 'events' ? fixedChoices(field) : [],
);

/** A trigger of one workflow, over the account that it subscribes to. In test runs (`manual`) nothing is remembered. */
function trigger(parameters: IDataObject, mode: WorkflowExecuteMode = 'manual') {
	const { answering, ours, lose } = subscribedAccount();
	const { sent, httpRequestWithAuthentication } = recorder(answering);
	const data: IDataObject = {};
	const form: IDataObject = { subscription: 'automatic', authentication: 'token', ...parameters };
	const patrols: Array<(scheduledTime: Date) => unknown> = [];
	const host = {
		getMode: () => mode,
		getActivationMode: () => 'activate' as const,
		getNode: () => node,
		getNodeParameter: (name: string, fallback?: unknown) => form[name] ?? fallback,
		getNodeWebhookUrl: (_name: string) => 'https://n8n.example.com/webhook/1/webhook',
		getWorkflowStaticData: (_type: string) => data,
		getWorkflow: () => ({ id: 'workflow', name: 'Größe & "Zweck"', active: true }),
		getCredentials: async (_type: string): Promise<object> => ({ region: 'us', apiToken: 'key' }),
		helpers: {
			httpRequestWithAuthentication,
			registerCron: (_cron: object, patrol: (scheduledTime: Date) => void) => void patrols.push(patrol),
		},
	} as IHookFunctions & ITriggerFunctions;
	const { checkExists, create, delete: remove } = webhookMethods.default;
	return {
		sent,
		ours,
		lose,
		data,
		form,
		exists: () => checkExists.call(host),
		create: () => create.call(host),
		remove: () => remove.call(host),
		async patrol() {
			await keepPatrols.call(host);
			for (const patrol of patrols) await patrol(new Date());
		},
	};
}

/** Everything that can happen to subscriptions between activation and deactivation. */
async function live({ ours, data, form, exists, create, remove }: ReturnType<typeof trigger>): Promise<void> {
	const mended = async () => {
		expect(await exists()).toBe(false);
		await create();
		expect(await exists()).toBe(true);
	};
	await mended();
	form.events = eventTypes;
	await mended();
	for (const { delivery_method } of ours()) delivery_method.temporarily_disabled = true;
	await mended();
	for (const subscription of ours()) subscription.active = false;
	await mended();
	delete data.subscriptions;
	await mended();
	await remove();
	expect(ours()).toEqual([]);
}

describeWithOpenApi("the PagerDuty Trigger's subscriptions, by PagerDuty's OpenAPI document", () => {
	const watched = [
		{ scope: 'account' },
		{ scope: 'service', serviceIds: ['PABC123', 'PDEF456'] },
		{ scope: 'team', teamIds: ['PABC123', 'PDEF456'] },
	];

	it.each(watched)('are asked for as the document allows, for the scope $scope', async (parameters) => {
		const lived = trigger({ ...parameters, events: ['incident.triggered'] });
		await live(lived);
		expect(problemsOf(lived.sent)).toEqual([]);
		const kinds = new Set(
			lived.sent.map(({ method, path }) => `${method} ${path.replace(/PSUB\d+/, '{id}')}`),
		);
		expect([...kinds].sort()).toEqual([
			'DELETE /webhook_subscriptions/{id}',
			'GET /webhook_subscriptions',
			'GET /webhook_subscriptions/{id}',
			'POST /webhook_subscriptions',
			'POST /webhook_subscriptions/{id}/enable',
			'PUT /webhook_subscriptions/{id}',
		]);
	});

	it('are looked after as the document allows', async () => {
		const { sent, ...lived } = trigger({ scope: 'account', events: ['incident.triggered'] }, 'trigger');
		await lived.exists();
		await lived.create();
		lived.lose();
		await lived.patrol();
		expect(lived.ours()).toHaveLength(1);
		expect(problemsOf(sent)).toEqual([]);
		const [last] = sent.slice(-1);
		expect(`${last?.method} ${last?.path}`).toMatch(/^POST \/webhook_subscriptions\/PSUB\d+\/ping$/);
		expect(sent.flatMap(documentedScopes)).toEqual(
			sent.map(() => expect.stringMatching(/^webhook_subscriptions/)),
		);
	});

	it('need the scopes that the document names, no more and no less', async () => {
		const lived = trigger({ scope: 'account', events: ['incident.triggered'] });
		await live(lived);
		expect(new Set(lived.sent.flatMap(documentedScopes))).toEqual(new Set(scopes));
	});
});
