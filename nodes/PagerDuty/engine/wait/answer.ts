import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { connect } from '../../api/client';
import { inTime } from '../../api/inTime';
import { truncate } from '../../api/text';
import { actingAs } from '../connections';
import type { AnyOperation, Resource } from '../operation';
import { operationNamed } from '../operationNamed';
import { headers, longestName, overPage, questionPage, thanksPage, troublePage, underWayPage } from './page';
import type { LinkData } from './link';
import { begin } from './underWay';
import type { Asked, Decision, Waits } from './waits';

interface Question {
	readonly waits: Waits<IDataObject>;
	readonly asked: Asked;
	readonly decision: Decision;
	readonly linkData: LinkData;
}

/** How long a person waits for the steps in PagerDuty, in milliseconds. The answer goes on without them. */
const patience = 10_000;

/**
 * Shows the page of a question, or takes its answer, which lets the workflow go on. Looking at the page answers nothing:
 * mail scanners and previews follow every link. n8n has verified the signature of the link before it calls this, and ends
 * the execution where this throws: so it does not, and the question can be answered again.
 */
export async function answer(
	host: IWebhookFunctions,
	resources: readonly Resource[],
): Promise<IWebhookResponseData> {
	try {
		return await replyTo(host, resources);
	} catch (error) {
		host.logger.error(`PagerDuty: a question could not be shown or answered: ${String(error)}`);
		host.getResponseObject().statusCode = 503;
		return show(host, troublePage());
	}
}

async function replyTo(
	host: IWebhookFunctions,
	resources: readonly Resource[],
): Promise<IWebhookResponseData> {
	const { resource, operation: name } = host.getNode().parameters;
	const operation = operationNamed(resources, resource, name);
	const linkData = stringsIn(host.getQueryData());
	const asked = askedIn(host);
	// All questions of a node in one execution have one address, and a link of an earlier one must not answer the next.
	if (!operation?.waits || !asked || asked.incident.incident_key !== linkData.question)
		return show(host, overPage());
	const decision = decisionIn(host);
	if (decision === undefined) return show(host, questionPage(asked));
	if (!begin(linkData.question)) return show(host, underWayPage());
	const warnings = await settle(host, operation, { waits: operation.waits, asked, decision, linkData });
	prepare(host);
	const json = { ...asked, ...decision, timedOut: false, ...(warnings.length > 0 ? { warnings } : {}) };
	return {
		workflowData: [[{ json, pairedItem: { item: 0 } }]],
		webhookResponse: thanksPage(decision.approved),
	};
}

/** The question that n8n holds in place of the node's input; undefined where that is something else. */
function askedIn(host: IWebhookFunctions): Asked | undefined {
	const held: unknown = JSON.parse(String(host.evaluateExpression('{{ JSON.stringify($json) }}', 0)));
	return isAsked(held) ? held : undefined;
}

const isAsked = (held: unknown): held is Asked =>
	isObject(held) &&
	typeof held.message === 'string' &&
	isObject(held.incident) &&
	typeof held.incident.incident_key === 'string';

/** What a button of the page sent; undefined for anything else. */
function decisionIn(host: IWebhookFunctions): Decision | undefined {
	if (host.getRequestObject().method !== 'POST') return undefined;
	const { answer, name = '' } = stringsIn(host.getBodyData());
	if (answer !== 'approve' && answer !== 'decline') return undefined;
	const respondedBy = truncate(name.replace(/\s+/g, ' ').trim(), longestName);
	return {
		approved: answer === 'approve',
		respondedAt: new Date().toISOString(),
		...(respondedBy === '' ? {} : { respondedBy }),
	};
}

const stringsIn = (data: object | undefined): LinkData =>
	Object.fromEntries(
		Object.entries(data ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);

/** Tells PagerDuty of the answer. @returns what could not be done, in words */
async function settle(
	host: IWebhookFunctions,
	operation: AnyOperation,
	{ waits, asked, decision, linkData }: Question,
): Promise<string[]> {
	const warnings: string[] = [];
	const warn = (otherwise: string, error: unknown) =>
		warnings.push(`${otherwise}: ${error instanceof Error ? error.message : String(error)}`);
	async function carryOut() {
		const authentication = host.getNodeParameter('authentication', 'token') === 'oAuth2' ? 'oAuth2' : 'token';
		const connected = await connect(host, authentication, operation.scopes);
		const api = actingAs(connected, operation, { fromEmail: linkData.from });
		for (const { otherwise, run } of waits.settle(api, asked, decision, linkData))
			await run().catch((error: unknown) => warn(otherwise, error));
	}
	const done = carryOut().catch((error: unknown) => warn('Nothing was written to PagerDuty', error));
	const isDone = await inTime(
		done.then(() => true),
		performance.now() + patience,
		false,
	);
	return isDone ? warnings : [...warnings, 'PagerDuty took too long, so it may not show the answer'];
}

function show(host: IWebhookFunctions, page: string): IWebhookResponseData {
	prepare(host);
	host.getResponseObject().end(page);
	return { noWebhookResponse: true };
}

function prepare(host: IWebhookFunctions): void {
	const response = host.getResponseObject();
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
