import { isObject } from '../../api/answer';
import { parsedJson } from '../../fields/json';
import type { Form } from './validate';

/** Which changes of incidents a form chooses, as JSON: what was chosen before can be told from it later. */
export const choiceIn = (form: Form): string =>
	JSON.stringify({
		events: form.getNodeParameter('events', []),
		filters: form.getNodeParameter('filters', {}),
	});

/** The form as it was when it chose something else. @param choice what {@link choiceIn} said then */
export function formWith(form: Form, choice: string): Form {
	const parsed = parsedJson(choice);
	const chosen = isObject(parsed) ? parsed : {};
	return {
		getNode: () => form.getNode(),
		getTimezone: () => form.getTimezone(),
		getNodeParameter: (name: string, fallback?: unknown) =>
			chosen[name] ?? form.getNodeParameter(name, fallback),
	};
}
