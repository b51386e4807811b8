import type { IDataObject } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import type { AnyOperation, Resource } from '../../../nodes/PagerDuty/engine/operation';
import { resources } from '../../../nodes/PagerDuty/operations';
import { refusal } from './documentedAnswer';
import type { Answering } from './recorder';
import { recordingHost, type Recording } from './recordingHost';
import type { SentRequest } from './sentRequest';
import { barest, variants, type Parameters, type Variant } from '../../support/operations/variants';

/** An operation with its place in the node's two dropdowns. */
export interface Choice {
	readonly resource: Resource;
	readonly operation: AnyOperation;
	/** Such as `incident:getAll`. */
	readonly title: string;
}

/** All but the custom request: what that sends is for its user to say. */
export const everyOperation: Choice[] = resources
	.flatMap((resource) =>
		resource.operations.map((operation) => ({
			resource,
			operation,
			title: `${resource.option.value}:${operation.option.value}`,
		})),
	)
	.filter(({ title }) => title !== 'account:customRequest');

/** Not sent: they shape the output, or say how many requests there are, or what is an error. */
export const fieldsOfTheEngine = [
	'ifSomeFail',
	'ifTooLong',
	'limit',
	'maxWrites',
	'parallelRequests',
	'returnAll',
	'simplify',
	'timeLimit',
];

/** Not sent by single operations: they say what is made of the answers. */
const madeOfAnswers: Readonly<Record<string, readonly string[]>> = {
	'report:incidents': [
		...['files', 'logoUrl', 'officeDays', 'officeEnd', 'officeStart', 'paper', 'priorityIds'],
		// The time zone is that of the workflow already.
		...['responseTimes', 'rowsPerList', 'timeZone', 'title'],
	],
};

/** Whether what a field holds is to be seen in what its operation sends. */
export const isSent = ({ title }: Choice, name: string): boolean =>
	!fieldsOfTheEngine.includes(name) && !madeOfAnswers[title]?.includes(name);

/** One value of one field, and what the node sends then; nothing where no form with it is accepted. */
export interface Exercise extends Variant {
	readonly sent: SentRequest[];
	/** The barest form that was accepted. */
	readonly form?: Parameters;
	/** What the node said to the barest form with this value, where it accepts none. */
	readonly refusal?: string;
}

const node = new PagerDuty();

/** What the node sends for an operation and gives out, and the error it ends with, if any. */
export async function requestsOf(
	{ resource, operation }: Choice,
	recording: Recording,
): Promise<{ sent: SentRequest[]; items: IDataObject[]; error?: string }> {
	const chosen = { resource: resource.option.value, operation: operation.option.value };
	// What waits for a person takes one item, and refuses more.
	const items = operation.waits ? recording.items.slice(0, 1) : recording.items;
	const { host, sent } = recordingHost({
		...recording,
		items: items.map((parameters) => ({ ...chosen, ...parameters })),
	});
	try {
		const [output = []] = await node.execute.call(host);
		return { sent, items: output.map(({ json }) => json) };
	} catch (error) {
		return { sent, items: [], error: error instanceof Error ? error.message : String(error) };
	}
}

/** Every value of every field in the barest form that is accepted with it. */
export async function exercises(choice: Choice): Promise<Exercise[]> {
	const done: Exercise[] = [];
	for (const variant of variants(choice.operation))
		done.push({ ...variant, ...(await exercise(choice, variant)) });
	return done;
}

async function exercise(
	choice: Choice,
	{ forms }: Variant,
): Promise<Pick<Exercise, 'sent' | 'form' | 'refusal'>> {
	let refusal: string | undefined;
	for (const form of forms) {
		const { sent, error } = await bothWays(choice, form);
		if (error === undefined) return { sent, form };
		refusal ??= error;
	}
	return { sent: [], refusal };
}

/** What a form sends; where it asks for what has a key, both when that is there and when it is not. */
async function bothWays(choice: Choice, form: Parameters): ReturnType<typeof requestsOf> {
	const found = await requestsOf(choice, { items: [form], fromEmail });
	if (found.error !== undefined || !found.sent.some(asksByKey)) return found;
	const answering: Answering = (request) =>
		asksByKey(request) ? { statusCode: 200, headers: {}, body: { incidents: [], more: false } } : undefined;
	const { sent, items, error } = await requestsOf(choice, { items: [form], fromEmail, answering });
	return { sent: [...found.sent, ...sent], items, error };
}

const asksByKey = ({ query }: SentRequest) => new URLSearchParams(query).has('incident_key');

/** A form with no more in it than the operation needs to send something, and what it sends. */
export async function plainly(
	choice: Choice,
	exercised: readonly Exercise[],
): Promise<{ form: Parameters; sent: SentRequest[] }> {
	const forms = [barest(choice.operation), ...exercised.map(({ form }) => form)];
	for (const form of forms.filter((form) => form !== undefined)) {
		const { sent, error } = await bothWays(choice, form);
		if (error === undefined) return { form, sent };
	}
	throw new Error(`${choice.title} accepts none of its own forms`);
}

const fromEmail = 'of-the-credential@example.com';

interface Situation {
	readonly name: string;
	readonly recording: (form: Parameters) => Recording;
}

/** What an operation asks next may depend on why its write was refused, or whether it may have been done. */
export const refusals: readonly Situation[] = [
	{ status: 400, code: 1001, message: 'Incident Already Resolved' },
	{ status: 400, code: 2002, message: 'Arguments Caused Error' },
	{ status: 503, code: 2000, message: 'Internal Server Error' },
].map(({ status, code, message }) => ({
	name: `when PagerDuty refuses every write: ${message}`,
	recording: (form) => ({
		items: manyItems(form, 2),
		fromEmail,
		answering: ({ method }) => (method === 'GET' ? undefined : refusal(status, code, message)),
	}),
}));

/** Situations that are no value of a field: whole lists, many items, the From user of a key, refusals. */
export const situations: readonly Situation[] = [
	{ name: 'alone', recording: (form) => ({ items: [form], fromEmail }) },
	{
		name: 'to the last page of a list',
		recording: (form) => ({ items: [{ ...form, returnAll: true }], fromEmail }),
	},
	{
		name: 'up to a limit beyond one page',
		recording: (form) => ({ items: [{ ...form, limit: 130 }], fromEmail }),
	},
	{
		name: 'for 251 items, more than PagerDuty takes in one change',
		recording: (form) => ({ items: manyItems(form, 251), fromEmail }),
	},
	{ name: 'with the From user of the key', recording: (form) => ({ items: [form] }) },
	...refusals,
];

/** Each with an incident of its own. */
const manyItems = (form: Parameters, count: number): Parameters[] =>
	Array.from({ length: count }, (_, index) => ({
		...form,
		...('incidentId' in form ? { incidentId: { __rl: true, mode: 'id', value: `QITEM${index}` } } : {}),
	}));
