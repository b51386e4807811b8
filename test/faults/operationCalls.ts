import type { AnyOperation } from '../../nodes/PagerDuty/engine/operation';
import { sameKeyAgain } from '../../nodes/PagerDuty/engine/write/repeat';
import { resources } from '../../nodes/PagerDuty/operations';
import { cases } from '../support/operations/cases';
import type { Call } from './calls';

/** The first operation of each class. */
const firstOfClass = new Map<string, string>();

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
			atOnce: name === 'onCall:getCurrent' ? 3 : undefined,
			parts: name === 'incident:createForServices' ? 2 : undefined,
			begin: async ({ desk, authentication }) => {
				const read: typeof desk.read = (each, parameters, call) =>
					desk.read(each, { ...parameters, authentication }, call);
				return async () => await cases[name]?.({ ...desk, read });
			},
		};
	}),
);

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
