import type { AnyOperation } from '../../nodes/PagerDuty/engine/operation';
import { sameKeyAgain } from '../../nodes/PagerDuty/engine/write/repeat';
import { resources } from '../../nodes/PagerDuty/operations';
import { cases } from '../support/operations/cases';
import type { Desk } from '../support/operations/desk';
import { Told, type Call } from './calls';

/** The first operation of each class. */
const firstOfClass = new Map<string, string>();

/** How many requests of an operation are under way side by side. */
const atOnce: Readonly<Record<string, number>> = {
	'account:checkHealth': 4,
	'incident:count': 3,
	'incident:getContext': 12,
	'incident:getTimeline': 2,
	'onCall:getCurrent': 3,
	'service:getStatus': 6,
};

/** The request to strike, where trouble with all others is no error: what it spoils has a test of its own. */
const struck: Readonly<Record<string, Call['request']>> = {
	'incident:getContext': { line: 'GET /incidents/{id}' },
};

/** Every operation of the node, with the inputs and the proof of its case. */
export const operationCalls: readonly Call[] = resources.flatMap(({ option, operations }) =>
	operations.map((operation): Call => {
		const name = `${option.value}:${operation.option.value}`;
		const title = `${option.value}: ${operation.option.value}`;
		const first = firstOfClass.get(classOf(operation, title)) ?? title;
		firstOfClass.set(classOf(operation, title), first);
		return {
			title,
			scopes: operation.scopes,
			like: first === title ? undefined : first,
			integrationKey: operation.of.credential === 'events' || undefined,
			// The case of the custom request reads.
			reads: operation.effect === 'read' || 'of' in (operation.repeat ?? {}) || undefined,
			once: isSentOnce(operation) || undefined,
			logsRepeats: operation.repeat === sameKeyAgain || undefined,
			takesAnyObject: name === 'account:customRequest' || undefined,
			atOnce: atOnce[name],
			request: struck[name],
			parts: name === 'incident:createForServices' ? 2 : undefined,
			begin: async ({ desk, authentication }) => {
				const read: typeof desk.read = (each, parameters, call) =>
					desk.read(each, { ...parameters, authentication }, call);
				if (name === 'account:checkHealth') return async () => await tellConcern(read);
				return async () => await cases[name]?.({ ...desk, read });
			},
		};
	}),
);

/** To this operation trouble is a result. @throws Told what its worst line says */
async function tellConcern(read: Desk['read']): Promise<void> {
	const [health] = await read('account:checkHealth', {});
	const lines = health?.checks as Array<{ check: string; status: string; message: string; advice: string }>;
	const worst = (wanted: string) => lines.find(({ status }) => status === wanted);
	const concern = worst('error') ?? worst('warning');
	expect(health?.status).toBe(concern?.status ?? 'ok');
	if (concern) throw new Told(concern.message, concern.advice);
}

function isSentOnce({ repeat }: AnyOperation): boolean {
	return repeat !== undefined && 'safe' in repeat && !repeat.safe;
}

/** Operations that the engine treats alike, whatever they ask for. Those with steps of their own are a class by themselves. */
function classOf(
	{ effect, answer, repeat, bulk, run, needless, scopes }: AnyOperation,
	title: string,
): string {
	if (bulk || run || needless || (repeat && ('of' in repeat || repeat.lookUp))) return title;
	const list = 'list' in answer ? [answer.paging, answer.windows !== undefined] : Object.keys(answer);
	return JSON.stringify([effect, list, scopes.length > 0, repeat?.safe, repeat?.goneIsDone]);
}
