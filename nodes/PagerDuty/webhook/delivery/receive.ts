import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { listOf } from '../../fields/list';
import { warnOfDelivery } from '../log';
import { noteTestEvent, recoverSecret } from '../subscription/secrets/recoverSecret';
import { checksIn } from '../../incidentFilters/checks';
import { complete, type Completion } from './complete';
import type { PagerDutyEvent } from './event';
import { Delivery } from './idempotency/delivery';
import { rawBodyOf } from './rawBody';
import { replies, type Reply } from './replies';
import { isSigned } from './signature';
import { activeSecrets } from './signingSecrets';
import { verdictOf, type Form } from './verdict';

/** Answers one delivery: verifies it, and starts an execution for an event that is chosen and did not start one before. */
export async function receive(host: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = host.getRequestObject();
	const { headers } = request;
	const secrets = await activeSecrets(host).catch((error: unknown) => {
		warnOfDelivery(host, 'the signing secret cannot be read', error);
		return [];
	});
	const body = secrets.length === 0 ? undefined : await rawBodyOf(request);
	const form = formOf(host);
	const verdict = verdictOf({ headers, body }, secrets, form);
	switch (verdict.kind) {
		case 'event':
			return await startOnce(host, verdict.event, { open: verdict.open, faulty: form.faulty });
		case 'testEvent':
			await noteTestEvent(
				host,
				(secret) => body !== undefined && isSigned(body, headers['x-pagerduty-signature'], [secret]),
			);
			return answer(host, verdict.reply);
		case 'noSecret':
			report(host, verdict.reply);
			await recoverSecret(host);
			return respond(host, verdict.reply);
		case 'unsigned':
			return answer(
				host,
				(await recoverSecret(host, verdict.isTestEvent)) ? replies.secretLost : verdict.reply,
			);
		case 'settled':
			return answer(host, verdict.reply);
	}
}

/** The form, each part of which is read once at most. n8n evaluates expressions then. */
function formOf(host: IWebhookFunctions): Form & { readonly faulty: string[] } {
	let filters: ReturnType<typeof checksIn> | undefined;
	const read = () => (filters ??= checksIn(host.getNodeParameter('filters', {})));
	return {
		get events() {
			return listOf(host.getNodeParameter('events', []));
		},
		get checks() {
			return read().checks;
		},
		get faulty() {
			return read().faults.map(({ label }) => label);
		},
	};
}

async function startOnce(
	host: IWebhookFunctions,
	event: PagerDutyEvent,
	doubts: Pick<Completion, 'open' | 'faulty'>,
): Promise<IWebhookResponseData> {
	const delivery = new Delivery(host, event);
	switch (await delivery.claim()) {
		case 'duplicate':
			return answer(host, replies.duplicate);
		case 'busy':
			return answer(host, replies.busy);
		case 'mine': {
			const json = await complete(host, event, {
				...doubts,
				additions: listOf(host.getNodeParameter('options.addToOutput', [])),
			});
			if (json === undefined) return answer(host, replies.filteredOut);
			return {
				workflowData: [[delivery.stamp({ json })]],
				// n8n 2 asks for this when it has stored the execution, and saves static data next. So a crash before that
				// leaves the delivery open. What is written any earlier n8n takes for unchanged by then, and does not save.
				get webhookResponse() {
					delivery.commit();
					return { message: 'The workflow was started.' };
				},
			};
		}
	}
}

function answer(host: IWebhookFunctions, reply: Reply): IWebhookResponseData {
	report(host, reply);
	return respond(host, reply);
}

function report(host: IWebhookFunctions, { warning, details }: Reply): void {
	if (warning !== undefined) warnOfDelivery(host, warning, details);
}

function respond(host: IWebhookFunctions, { status, message }: Reply): IWebhookResponseData {
	host.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
