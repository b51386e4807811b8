import type { IDataObject, INode, INodeProperties } from 'n8n-workflow';

import '../../support/waits';
import { isWrite, type AnyOperation } from '../../../nodes/PagerDuty/engine/operation';
import { resources } from '../../../nodes/PagerDuty/operations';
import { broken, pagerDutyServer, refusal, type Received, type Reply } from '../pagerDutyServer';
import { byId, runNode } from '../pagerDutyNode';
import { again, anything, keyOf } from './anything';

/** Two accounts, each at an address of its own so that whatever reaches it is about it. */
const clients = ['acme', 'globex'].map((name) => ({
	name,
	home: `https://${name}.example.com`,
	// As long as an integration key.
	key: `keyOf${name}`.padEnd(32, '0'),
	from: `ada@${name}.example.com`,
}));
/** Items of both in turns. */
const items = [1, 2, 3].flatMap((count) =>
	clients.map(({ name, ...client }) => ({ ...client, id: `P${name.toUpperCase()}${count}`, text: name })),
);
const credential = {
	region: 'custom',
	baseUrl: '={{ $json.home }}',
	apiToken: '={{ $json.key }}',
	fromEmail: '={{ $json.from }}',
};
const integration = {
	region: 'custom',
	baseUrl: '={{ $json.home }}',
	integrationKey: '={{ $json.key }}',
};

const operations = resources
	.flatMap(({ option, operations }) =>
		operations.map((operation) => ({ name: `${option.value}.${operation.option.value}`, operation })),
	)
	// What waits for a person takes one item.
	.filter(({ operation }) => operation.waits === undefined);

const valueFor = ({ type, name }: INodeProperties) => {
	if (type === 'number') return 2;
	if (type === 'dateTime') return `2031-01-0${/^(end|until)/.test(name) ? 2 : 1}T08:00:00Z`;
	if (name === 'email') return 'someone@example.com';
	return type === 'resourceLocator' ? byId('={{ $json.id }}') : '={{ $json.text }}';
};

/** The form with no more in it than it takes, every value from the item. */
const formOf = (properties: readonly INodeProperties[]): IDataObject => ({
	...Object.fromEntries(
		properties.filter(({ required }) => required).map((field) => [field.name, valueFor(field)]),
	),
	// Of those an operation wants one at least.
	customFieldsJson: '={{ JSON.stringify({ text: $json.text }) }}',
	responderIds: '={{ $json.text }}',
	userIds: '={{ $json.text }}',
	updateFields: {
		title: '={{ $json.text }}',
		summary: '={{ $json.text }}',
		description: '={{ $json.text }}',
		newIncidentId: byId('={{ $json.id }}'),
	},
});

/** Serves both accounts; `disturbed` may answer a request in place of PagerDuty. */
const serve = (disturbed: (request: Received, requests: readonly Received[]) => Reply | undefined) =>
	clients.map(({ home, ...client }) => ({
		...client,
		requests: pagerDutyServer((request, requests) => disturbed(request, requests) ?? anything(request), home),
	}));

const firstOnly =
	(reply: Reply) =>
	(_: Received, { length }: readonly Received[]) =>
		length === 1 ? reply : undefined;

interface Situation {
	readonly name: string;
	readonly disturbed?: Parameters<typeof serve>[0];
	readonly credential?: object;
	readonly settings?: Partial<INode>;
}

const situations: readonly Situation[] = [
	{ name: 'when all goes well' },
	{ name: 'when the From user is asked for', credential: { fromEmail: '' } },
	{ name: 'when the first request meets a server fault', disturbed: firstOnly(refusal(503, 'Busy')) },
	{ name: 'when the first answer is lost', disturbed: firstOnly(broken('ECONNRESET')) },
	{ name: 'when the rate is limited', disturbed: firstOnly(refusal(429, 'Rate Limit', 2020)) },
	{
		name: 'when a refusal makes n8n run the node again',
		disturbed: firstOnly(refusal(400, 'Not now', 2001)),
		settings: again,
	},
	{
		name: 'when a lost answer makes n8n run the node again',
		disturbed: ({ method }, { length }) =>
			method === 'GET' || length > 8 ? undefined : broken('ECONNRESET'),
		settings: again,
	},
];

/** Whether the input says if it writes; in the barest form it reads. */
const isByInput = ({ repeat }: AnyOperation) => repeat !== undefined && 'of' in repeat;

describe.each(operations)("Items of two clients' accounts: $name", ({ name, operation }) => {
	it.each(situations)('acts for each with its own key, and for nobody else, $name', async (situation) => {
		const served = serve(situation.disturbed ?? (() => undefined));
		const output = await runNode(name, formOf(operation.fields), {
			items,
			credentials: {
				pagerDutyTokenApi: { ...credential, ...situation.credential },
				pagerDutyEventsApi: integration,
			},
			settings: { onError: 'continueErrorOutput', ...situation.settings },
		});
		for (const { key, from, requests } of served) {
			expect(requests.length).toBeGreaterThan(0);
			expect(new Set(requests.map(keyOf))).toEqual(new Set([key]));
			const writes = requests.filter(({ method }) => method !== 'GET');
			if (!isByInput(operation)) expect(writes.length > 0).toBe(isWrite(operation) || operation.readsByPost);
			const sender = situation.credential ? 'of-the-key@example.com' : from;
			for (const { headers } of writes) expect(headers.from).toBe(operation.hasFromUser ? sender : undefined);
		}
		// Nothing of one client's reaches the other.
		const [acme, globex] = served.map(({ requests }) =>
			JSON.stringify(requests.map(({ path, body }) => [path, body])),
		);
		expect(acme).not.toMatch(/globex/i);
		expect(globex).not.toMatch(/acme/i);
		expect(served.map(({ requests }) => requests.length)).toEqual(Array(2).fill(served[0]?.requests.length));
		for (const { json, pairedItem } of output.items) {
			const given = items[Object(pairedItem).item as number];
			if (/^P(?:ACME|GLOBEX)/.test(String(json.id))) expect(json.id).toBe(given?.id);
		}
	});
});
