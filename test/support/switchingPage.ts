import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { readPage, type Cell } from './markdown';

/** What docs/switching.md says of an operation of n8n's own PagerDuty node. */
interface Switch {
	/** `Incident: Create` */
	readonly operation: string;
	/** A field of that node, the field of ours, a note. */
	readonly rows: ReadonlyArray<readonly Cell[]>;
}

/** The tables of docs/switching.md, field by field. */
export async function switches(): Promise<Switch[]> {
	const text = await readFile(join(__dirname, '..', '..', 'docs', 'switching.md'), 'utf8');
	const sections = text.split(/^#{1,3} .*$/m).flatMap((chapter) => chapter.split(/^#### /m).slice(1));
	return await Promise.all(
		sections.map(async (section) => ({
			operation: section.split('\n')[0] ?? '',
			rows: (await readPage(section)).rows,
		})),
	);
}

/** The fields of each operation of a node, by what people read: `Incident: Create`. */
export function formsOf({ properties }: INodeTypeDescription): Map<string, string[]> {
	const shown = (resource: string, operation?: string) =>
		properties.filter(
			({ displayOptions: { show } = {} }) =>
				show?.resource?.includes(resource) &&
				(operation === undefined || (show.operation ?? [operation]).includes(operation)),
		);
	const resources = choicesOf(properties.find(({ name }) => name === 'resource'));
	return new Map(
		resources.flatMap((resource) =>
			choicesOf(shown(resource.value).find(({ name }) => name === 'operation')).map(
				(operation): [string, string[]] => [
					`${resource.name}: ${operation.name}`,
					shown(resource.value, operation.value)
						.filter(({ name, type }) => name !== 'operation' && type !== 'notice')
						.flatMap(labels),
				],
			),
		),
	);
}

const choicesOf = ({ options = [] }: Partial<INodeProperties> = {}) =>
	options.flatMap((option) =>
		'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
	);

/** What people read above a field and those in it; what only holds others has no value of its own. */
function labels({ displayName, type, options = [] }: INodeProperties): string[] {
	const inside = options.flatMap((option) =>
		'values' in option ? option.values.flatMap(labels) : 'displayName' in option ? labels(option) : [],
	);
	return type === 'collection' ? inside : [displayName, ...inside];
}
