import { textOf, type Row } from '../rows';
import { call, lastRows, type Step, type Talk } from '../skill';

const names = (rows: readonly Row[]) => rows.map((row) => textOf(row, 'name')).join(', ');

/** The service that was found by what the question calls it, or what to say instead. */
function serviceIn({ answers: [found = []], named }: Talk): Row | string {
	const search = named('service').toLowerCase();
	const [first, ...others] = found;
	if (first === undefined) return `I found no service that is called “${search}”.`;
	const exact = found.find((row) => textOf(row, 'name').toLowerCase() === search);
	if (exact ?? others.length === 0) return exact ?? first;
	return `Which service do you mean? There are: ${names(found)}.`;
}

/**
 * Steps of a question about a service, which people call by a part of its name: it is looked up first.
 *
 * @param next calls the tool that knows the answer, by the ID of the service
 * @param words what to say, from the rows of that tool and the name of the service
 */
export function ofService(
	next: (serviceId: string, talk: Talk) => ReturnType<Step>,
	words: (rows: readonly Row[], name: string, talk: Talk) => string,
): Step[] {
	return [
		({ named }) => call('Find services', { search: named('service') }),
		(talk) => {
			const service = serviceIn(talk);
			return typeof service === 'string' ? { say: service } : next(textOf(service, 'id'), talk);
		},
		(talk) => {
			const service = serviceIn(talk);
			return {
				say: typeof service === 'string' ? service : words(lastRows(talk), textOf(service, 'name'), talk),
			};
		},
	];
}
