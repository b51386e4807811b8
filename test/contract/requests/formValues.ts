import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import type { AnyOperation } from '../../../nodes/PagerDuty/engine/operation';
import { membersOf, type FieldValue } from '../../support/operations/fieldValues';
import { barest, type Parameters } from '../../support/operations/variants';
import { node } from './recorder';

type Members = Record<string, FieldValue>;

/** Both forms in one; undefined where they fill in the same field differently. */
export function joined(operation: AnyOperation, one: Parameters, other: Parameters): Parameters | undefined {
	const base = barest(operation);
	const both = { ...one };
	for (const { name, type } of operation.fields) {
		if (type === 'collection') {
			const [ours, theirs] = [membersIn(one, name), membersIn(other, name)];
			if (Object.keys(ours).some((key) => key in theirs && !same(ours[key], theirs[key]))) return undefined;
			both[name] = { ...ours, ...theirs };
		} else if (!same(other[name], base[name])) {
			if (!same(one[name], base[name]) && !same(one[name], other[name])) return undefined;
			both[name] = other[name] ?? '';
		}
	}
	return both;
}

/** The form with one more field filled in. */
export function withField(
	operation: AnyOperation,
	form: Parameters,
	field: INodeProperties,
	value: FieldValue,
) {
	const holder = operation.fields.find((own) => membersOf(own).includes(field));
	if (holder === undefined) return { ...form, [field.name]: value };
	return { ...form, [holder.name]: { ...membersIn(form, holder.name), [field.name]: value } };
}

/** The form as it stands when a field was never touched. */
export function without(operation: AnyOperation, form: Parameters, field: INodeProperties): Parameters {
	if (operation.fields.some((own) => own === field))
		return { ...form, [field.name]: field.default as FieldValue };
	return withMembers(operation, form, (member) => member !== field);
}

/** What n8n keeps of a form: it leaves out what is hidden. */
export function shown(operation: AnyOperation, form: Parameters): Parameters {
	const kept = operation.fields.filter((field) => field.name in form && isShown(field, form, form));
	const top = Object.fromEntries(kept.map(({ name }) => [name, form[name] ?? '']));
	return withMembers(operation, top, (member, members) => isShown(member, members, form));
}

/** Whether n8n shows a field of an operation while a form is filled in so. */
export function isShownIn(operation: AnyOperation, form: Parameters, field: INodeProperties): boolean {
	const holder = operation.fields.find((own) => own === field || membersOf(own).includes(field));
	return holder !== undefined && isShown(field, holder === field ? form : membersIn(form, holder.name), form);
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const { description } = new PagerDuty();

const isShown = (field: INodeProperties, within: Parameters, form: Parameters) =>
	NodeHelpers.displayParameter(within as INodeParameters, field, node, description, form as INodeParameters);

const membersIn = (form: Parameters, name: string) => (form[name] ?? {}) as Members;

/** A form with only those members of its collections that pass. */
const withMembers = (
	{ fields }: AnyOperation,
	form: Parameters,
	passes: (member: INodeProperties, members: Members) => boolean,
): Parameters =>
	Object.fromEntries(
		Object.entries(form).map(([name, value]) => {
			const collection = fields.find((field) => field.name === name && field.type === 'collection');
			if (collection === undefined) return [name, value];
			const members = membersIn(form, name);
			const passing = membersOf(collection).filter(
				(member) => member.name in members && passes(member, members),
			);
			return [name, Object.fromEntries(passing.map((member) => [member.name, members[member.name] ?? '']))];
		}),
	);
