import type { IDataObject, INodeProperties } from 'n8n-workflow';

import '../support/waits';
import type { AnyOperation } from '../../nodes/PagerDuty/engine/operation';
import { resources } from '../../nodes/PagerDuty/operations';
import type { FieldValue } from '../support/operations/fieldValues';
import { swap, variants, type Parameters } from '../support/operations/variants';
import { pagerDutyServer } from './pagerDutyServer';
import { runNode } from './pagerDutyNode';

const hostile = [
	'../users',
	'..',
	'.',
	'%2e%2e',
	'%2e%2e%2fusers',
	'..%2f..%2fusers',
	'a/b',
	'/users/PABC123',
	'//elsewhere.example.com/users',
	'..\\users',
	'PABC123/../../users',
	'PABC123?include[]=all',
	'PABC123#',
	'PABC123;x=1',
	'PABC 123',
	'🔥',
	'ＰＡＢＣ１２３',
	'PABC\u0000123',
	'P\r\nX-Header: y',
	'P'.repeat(100_000) + '!',
];

/** An ID among the fields of an operation, in a form that the operation accepts with a good ID in it. */
interface IdField {
	readonly operation: string;
	readonly field: INodeProperties;
	readonly forms: Parameters[];
}

const takesIds = ({ name, type, typeOptions }: INodeProperties) =>
	(type === 'resourceLocator' && name !== 'fromEmail') ||
	(type === 'multiOptions' && typeOptions?.loadOptionsMethod !== undefined);

const idFieldsOf = (resource: string, operation: AnyOperation): IdField[] => {
	// The first value of each.
	const fields = new Map(
		variants(operation)
			.reverse()
			.map((variant) => [variant.field, variant]),
	);
	return [...fields.values()]
		.filter(({ field }) => takesIds(field))
		.map((variant) => ({ operation: `${resource}.${operation.option.value}`, ...variant }));
};

const idFields = resources.flatMap(({ option, operations }) =>
	operations.flatMap((operation) => idFieldsOf(option.value, operation)),
);

/** Fields that choose among what came back: they are never sent. */
const unsent = ['incident.getAll excludeIncidentId', 'report.incidents priorityIds'];

/** In no other field of a form. */
const good = 'PGOOD77';

/** A desk at which a form is filled in again and again. */
async function desk({ operation, field, forms }: IdField) {
	// A window is read before it is changed, and an incident is looked for before it is opened.
	const requests = pagerDutyServer(() => ({
		body: { maintenance_window: { id: 'PWINDOW', services: [] }, incidents: [] },
	}));
	const send = async (form: Parameters, other: FieldValue) => {
		const before = requests.length;
		const { error } = await runNode(operation, swap(form, field, other) as IDataObject);
		const sent = requests.slice(before);
		return { sent, paths: sent.map(({ path }) => path), error };
	};
	const value = field.type === 'multiOptions' ? [good] : locator('id', good);
	for (const form of forms) {
		const { sent, paths } = await send(form, value);
		// Some fields count only beside another.
		if (JSON.stringify(sent).includes(good) || unsent.includes(`${operation} ${field.name}`))
			return { good: paths, sentWith: async (other: FieldValue) => await send(form, other) };
	}
	throw new Error(`${operation} accepts no form with a good ID.`);
}

const locator = (mode: string, value: string) => ({ __rl: true, mode, value }) as const;

const named = (fields: IdField[]) =>
	fields.map((given) => [given.operation, given.field.displayName, given] as const);

describe('An ID that is none', () => {
	it.each(named(idFields))('is refused by %s in "%s" before anything is sent', async (_, label, given) => {
		const { sentWith } = await desk(given);
		for (const id of hostile) {
			const values = given.field.type === 'multiOptions' ? [[id], ['PABC123', id]] : [locator('id', id)];
			for (const value of values) {
				const { paths, error } = await sentWith(value);
				expect([id, paths]).toEqual([id, []]);
				expect(error?.message).toContain(label);
			}
		}
	});

	it.each(named(idFields.filter(({ field }) => field.type === 'resourceLocator')))(
		'leads %s nowhere else when it stands in the address given as "%s"',
		async (_operation, _label, given) => {
			const { good, sentWith } = await desk(given);
			const shapes = good.map((path) => path.replace(idInPath, 'PABC123'));
			for (const id of hostile) {
				const { paths, error } = await sentWith(locator('url', `https://acme.pagerduty.com/incidents/${id}`));
				// What looks like an ID before or behind the rest may be taken for one, as a whole.
				for (const path of paths) expect(shapes).toContain(path.replace(idInPath, 'PABC123'));
				expect(paths.length > 0 || error !== undefined).toBe(true);
			}
		},
	);
});

/** The ID that a path ends with, or that stands before its last word. */
const idInPath = /(?<=\/)[A-Z][A-Z0-9]{5,}(?=\/|$)/g;
