import type { INodePropertyMode } from 'n8n-workflow';

import { field } from './field';

/** What a picker of one object says. */
interface Locator<Name extends string> {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
	/** The name of the search behind its list, in `pickers.ts`. */
	readonly search: string;
	/** As in "Select a service...". */
	readonly noun: string;
	/** Unset where PagerDuty cannot search the list, and it is too long to search here. */
	readonly unsearchable?: true;
	/** Ways to name the object other than by the list. By default by ID and by the address of its page. */
	readonly modes?: INodePropertyMode[];
	/** Where the page of an object of this kind lies: `service-directory`. */
	readonly page?: string;
}

/** A field that picks one object of PagerDuty's: from a searchable list, by its ID, or by its address. */
export const locator = <const Name extends string>({
	search,
	noun,
	unsearchable,
	page,
	modes = [byId(), byUrl(`${page}/PABC123`)],
	displayName,
	name,
	description,
}: Locator<Name>) =>
	field({
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				// The "u" of "user" sounds like "you".
				placeholder: `Select ${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}...`,
				typeOptions: { searchListMethod: search, searchable: !unsearchable },
			},
			...modes,
		],
	});

const text = { type: 'string' } as const;
const typed = (name: string, displayName: string, example: string): INodePropertyMode => ({
	...text,
	displayName,
	name,
	placeholder: `e.g. ${example}`,
});

/** The mode of a locator in which an ID is typed. */
export const byId = (example = 'PABC123') => typed('id', 'By ID', example);

/** The mode of a locator in which the address of the object's page is pasted. @param page its path */
export const byUrl = (page: string) => typed('url', 'By URL', `https://acme.pagerduty.com/${page}`);
