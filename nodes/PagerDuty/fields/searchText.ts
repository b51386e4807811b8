import { field } from './field';

/** A filter that PagerDuty applies to the names of a list. @param where as in "whose name contains this" */
export const searchText = (things: string, where: string, example: string) =>
	field({
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description: `Only ${things} whose ${where} contains this`,
	});
