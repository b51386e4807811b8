import { resources } from '../../nodes/PagerDuty/operations';
import { cases } from '../sandbox/operations/cases';
import type { Call } from './calls';

/** Every operation of the node, with the inputs and the proof of its case. */
export const operationCalls: readonly Call[] = resources.flatMap(({ option, operations }) =>
	operations.map((operation): Call => {
		const title = `${option.value}:${operation.option.value}`;
		return {
			title: `${option.value}: ${operation.option.value}`,
			scopes: operation.scopes,
			begin: async ({ desk, authentication }) => {
				const read: typeof desk.read = (each, parameters, call) =>
					desk.read(each, { ...parameters, authentication }, call);
				return async () => await cases[title]?.({ ...desk, read });
			},
		};
	}),
);
