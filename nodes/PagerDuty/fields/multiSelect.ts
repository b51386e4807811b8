import { field } from './field';

/** What a picker of several objects says. */
interface MultiSelect<Name extends string> {
	readonly name: Name;
	/** As in "Team Names or IDs". */
	readonly noun: string;
	readonly description: string;
	/** The name of the list behind it, in `pickers.ts`. */
	readonly load: string;
}

/** A field that picks several objects of PagerDuty's from a list. */
export const multiSelect = <const Name extends string>({
	name,
	noun,
	description,
	load,
}: MultiSelect<Name>) =>
	field({
		displayName: `${noun} Names or IDs`,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: load },
		default: [],
		description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	});
