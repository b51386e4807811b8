import { textOf, type ToolRow } from '../rows';
import { call, lastRows, type Step, type Talk } from '../skill';

/** The service that the question calls by its name, or by a part of it that no other service has. */
function serviceIn({ answers: [found = []], named }: Talk): ToolRow | undefined {
	const search = named('service').toLowerCase();
	const exact = found.find((row) => textOf(row, 'name').toLowerCase() === search);
	return exact ?? (found.length === 1 ? found[0] : undefined);
}

/** What to say where that is none. */
function askBack({ answers: [found = []], named }: Talk): string {
	if (found.length === 0) return `I found no service that is called “${named('service')}”.`;
	return `Which service do you mean? There are: ${found.map((row) => textOf(row, 'name')).join(', ')}.`;
}

/**
 * Steps of a question about a service, which people call by a part of its name: it is looked up first.
 *
 * @param next calls the tool that knows the answer, by the ID of the service
 * @param words what to say, from the rows of that tool and the name of the service
 */
export const ofService = (
	next: (serviceId: string, talk: Talk) => ReturnType<Step>,
	words: (rows: readonly ToolRow[], name: string, talk: Talk) => string,
): Step[] => [
	({ named }) => call('Find services', { search: named('service') }),
	(talk) => {
		const service = serviceIn(talk);
		return service ? next(textOf(service, 'id'), talk) : { say: askBack(talk) };
	},
	(talk) => ({ say: words(lastRows(talk), textOf(serviceIn(talk) ?? {}, 'name'), talk) }),
];
