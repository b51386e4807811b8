import { dataTablesOf } from './n8nDataTables.mjs';
import { untilPublished, untilUnpublished } from './n8nPublication.mjs';
import { N8nError, n8nSession } from './n8nSession.mjs';
import { poll } from './poll.mjs';

/** Whom the n8n of the tests and of the demo belongs to. */
const OWNER_NAME = { firstName: 'PagerDuty', lastName: 'Demo' };

/**
 * n8n's own REST API, as its editor uses it. Every method throws N8nError with n8n's message when n8n refuses.
 *
 * @param {string} url of n8n
 */
export function n8nClient(url) {
	const send = n8nSession(url);
	const workflow = (id) => `/rest/workflows/${encodeURIComponent(id)}`;
	const credential = (id) => `/rest/credentials/${encodeURIComponent(id)}`;

	/** Whether there is no owner account yet. Undefined where n8n runs without its editor: then it does not tell. */
	async function isNew() {
		try {
			return (await send('GET', '/rest/settings')).userManagement.showSetupOnFirstLoad;
		} catch (error) {
			if (error.status === 404) return undefined;
			throw error;
		}
	}

	return {
		/** Any other request: `send('GET', '/rest/settings')`. */
		send,

		/** Makes the owner account on a new n8n, else logs in to it. */
		async login({ email, password }) {
			const setUp = () => send('POST', '/rest/owner/setup', { email, password, ...OWNER_NAME });
			const signIn = () => send('POST', '/rest/login', { emailOrLdapLoginId: email, password });
			const isFirst = await isNew();
			// n8n refuses a second owner.
			if (isFirst === undefined) await setUp().catch(signIn);
			else await (isFirst ? setUp() : signIn());
		},

		/** Descriptions of every node that n8n loaded; `name` is `<package>.<node>`. */
		nodeTypes: () => send('GET', '/types/nodes.json'),
		credentialTypes: () => send('GET', '/types/credentials.json'),

		credentials: {
			list: () => send('GET', '/rest/credentials'),
			/** With its data, in which every secret is a placeholder. */
			get: (id) => send('GET', `${credential(id)}?includeData=true`),
			create: ({ name, type, data }) => send('POST', '/rest/credentials', { name, type, data }),
			update: (id, { name, type, data }) => send('PATCH', credential(id), { name, type, data }),
			remove: (id) => send('DELETE', credential(id)),
			/** What n8n's "Test" says: `{ status: 'OK' | 'Error', message }`. Of a stored credential, or of data that is not stored. */
			test: ({ id = '', name = 'untitled', type, data }) =>
				send('POST', '/rest/credentials/test', { credentials: { id, name, type, ...(data && { data }) } }),
			/** The address at which a person consents; n8n gets the token when its callback address is visited. */
			oAuth2Url: (id) => send('GET', `/rest/oauth2-credential/auth?id=${encodeURIComponent(id)}`),
		},

		workflows: {
			list: () => send('GET', '/rest/workflows'),
			get: (id) => send('GET', workflow(id)),
			/** `tags` are IDs. */
			create: ({ name, nodes, connections, settings = {}, pinData, tags }) =>
				send('POST', '/rest/workflows', { name, nodes, connections, settings, pinData, tags, active: false }),
			/** Replaces the given parts of the draft; an active workflow goes on as it was until it is activated again. */
			update: async (id, change) => {
				const { versionId } = await send('GET', workflow(id));
				return await send('PATCH', workflow(id), { versionId, ...change });
			},
			/** Publishes the newest version and waits until its triggers are registered. */
			activate: async (id) => {
				const { versionId } = await send('GET', workflow(id));
				await send('POST', `${workflow(id)}/activate`, { versionId });
				await untilPublished(send, workflow(id), versionId);
			},
			/** Waits until the triggers are gone. */
			deactivate: async (id) => {
				await send('POST', `${workflow(id)}/deactivate`, {});
				await untilUnpublished(send, workflow(id));
			},
			/** n8n deletes only what was archived before. */
			remove: async (id) => {
				await send('POST', `${workflow(id)}/archive`, {});
				await send('DELETE', workflow(id));
			},
			/** "Execute workflow" in the editor, from a trigger: `{ executionId }`, or `{ waitingForWebhook: true }`. */
			run: async (id, triggerName) =>
				await send('POST', `${workflow(id)}/run`, {
					workflowData: await send('GET', workflow(id)),
					triggerToStartFrom: { name: triggerName },
				}),
		},

		tags: {
			list: () => send('GET', '/rest/tags'),
			create: (name) => send('POST', '/rest/tags', { name }),
		},

		executions: {
			/** Newest first, at most 100. */
			list: async (workflowId) => await listExecutions(send, workflowId, statuses),
			get: (id) => readExecution(send, id),
			/** Waits until an execution has ended, however it ended. */
			finished: (id, timeoutMs = 30_000) =>
				poll(timeoutMs, `execution ${id} did not end`, async () => {
					const execution = await readExecution(send, id);
					return isStored(execution) ? execution : undefined;
				}),
			/** Waits until an execution has ended, or was put to wait for a person. */
			rested: (id, timeoutMs = 30_000) =>
				poll(timeoutMs, `execution ${id} neither ended nor waits`, async () => {
					const execution = await readExecution(send, id);
					return isStored(execution) || isWaiting(execution) ? execution : undefined;
				}),
			/** Waits until a workflow has at least so many executions that ended; gives them, oldest first. */
			ofWorkflow: (workflowId, count, timeoutMs = 30_000) =>
				poll(timeoutMs, `workflow ${workflowId} has not ended ${count} executions`, async () => {
					const ended = await listExecutions(send, workflowId, endedStatuses);
					if (ended.length < count) return undefined;
					const executions = await Promise.all(ended.reverse().map(({ id }) => readExecution(send, id)));
					return executions.every(isStored) ? executions : undefined;
				}),
		},

		/** Data Tables of n8n 2, in the project of whoever is logged in. */
		dataTables: dataTablesOf(send),

		/**
		 * What a dropdown or picker of a node's form shows. `request`: { nodeTypeAndVersion, path, methodName,
		 * currentNodeParameters, credentials }.
		 */
		parameterOptions: (request) => send('POST', '/rest/dynamic-node-parameters/options', request),
		/** One page of a resource locator's list: `{ results, paginationToken }`; `request` may have `filter` and `paginationToken`. */
		locatorResults: (request) =>
			send('POST', '/rest/dynamic-node-parameters/resource-locator-results', request),
		/** The columns of a resource mapper: `{ fields }`. */
		mapperFields: (request) => send('POST', '/rest/dynamic-node-parameters/resource-mapper-fields', request),
	};
}

const endedStatuses = ['success', 'error', 'crashed', 'canceled'];
const statuses = ['new', 'running', 'waiting', 'unknown', ...endedStatuses];

/**
 * Statuses are named also when all are wanted: without any, n8n looks for running and for ended executions in two
 * queries at once, and gives one that ends in between twice or not at all.
 */
async function listExecutions(send, workflowId, status) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
	return (await send('GET', `/rest/executions?filter=${filter}&limit=100`)).results;
}

/** n8n 1.123 says that an execution has ended a moment before it has stored what it did. */
const isStored = ({ status, data }) => !['new', 'running', 'waiting'].includes(status) && data !== undefined;

const isWaiting = ({ status, waitTill, data }) => status === 'waiting' && waitTill && data !== undefined;

/** n8n stores the data of an execution with references instead of repetitions; `data` of what this gives is the plain object. */
async function readExecution(send, id) {
	const { parse } = await import('flatted');
	const execution = await send('GET', `/rest/executions/${encodeURIComponent(id)}`);
	return { ...execution, data: typeof execution.data === 'string' ? parse(execution.data) : execution.data };
}

export { N8nError };
