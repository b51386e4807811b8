import { options } from './collection';
import { field, type Field } from './field';

/** Read by the engine, for all operations that change something. */
const maxWrites = field({
	displayName: 'Maximum Writes per Execution',
	name: 'maxWrites',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 10,
	description:
		'How many changes this node may make in one execution. Each item counts as one change; with Create for Several Services, Merge and Request Responders, each service, merged incident and responder does. Further items fail before anything is sent, so that an AI agent or a loop that runs wild pages nobody more often.',
	forEngine: true,
});

/** The form of an operation that changes something: its own fields, and the limit among its options. */
export function withMaxWrites(fields: readonly Field[]): Field[] {
	const isOptions = ({ name }: Field) => name === 'options';
	if (!fields.some(isOptions)) return [...fields, options(maxWrites)];
	return fields.map((each) =>
		isOptions(each)
			? {
					...each,
					options: [...(each.options ?? []), maxWrites].sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1)),
				}
			: each,
	);
}

const labelOf = (entry: object) => ('displayName' in entry ? String(entry.displayName) : '');
