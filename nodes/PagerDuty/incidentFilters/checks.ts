import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { listOf } from '../fields/list';
import { FilterFault } from './fault';
import type { Known } from './known';
import { compile } from './regularExpression/match';

/** What of PagerDuty has to be read where an event does not say what a filter asks. */
export type IncidentPart = 'incident' | 'custom_fields' | 'notes';

/** One filter that somebody set. */
export interface Check {
	/** The label of its field. */
	readonly label: string;
	readonly part: IncidentPart;
	/** @returns undefined when what is known does not tell */
	passes(known: Known): boolean | undefined;
}

/** What is wrong with a filter as it is set. */
export interface Fault {
	readonly label: string;
	/** Finishes a sentence that begins with the label. */
	readonly reason: string;
}

type Test = Check['passes'];

/** A field of the filters: how its value becomes a test. Undefined where it is empty. @throws FilterFault */
interface Filter {
	readonly label: string;
	readonly part: IncidentPart;
	read(given: unknown): Test | undefined;
}

/** The filters by the names of their fields. */
const filters: Readonly<Record<string, Filter>> = {
	assigneeIds: amongReferences('Assignee Names or IDs', 'assignees'),
	customFields: { label: 'Custom Fields', part: 'custom_fields', read: readCustomFields },
	escalationPolicyIds: amongReferences('Escalation Policy Names or IDs', 'escalation_policy'),
	incidentTypes: amongReferences('Incident Type Names or IDs', 'incident_type'),
	noteContains: textHolds('Note Contains', 'notes', 'note'),
	noteMatches: textMatches('Note Matches', 'notes', 'note'),
	priorityIds: amongReferences('Priority Names or IDs', 'priority'),
	serviceIds: amongReferences('Service Names or IDs', 'service'),
	teamIds: amongReferences('Team Names or IDs', 'teams'),
	titleContains: textHolds('Title Contains', 'incident', 'title'),
	titleMatches: textMatches('Title Matches', 'incident', 'title'),
	urgency: { label: 'Urgency', part: 'incident', read: readUrgency },
};

/**
 * The filters that are set in a form, and what is wrong with some of them.
 *
 * @param given the value of the collection `filters`
 */
export function checksIn(given: unknown): { checks: Check[]; faults: Fault[] } {
	const values = isObject(given) ? given : {};
	const checks: Check[] = [];
	const faults: Fault[] = [];
	for (const [name, { label, part, read }] of Object.entries(filters)) {
		try {
			const passes = read(values[name]);
			if (passes) checks.push({ label, part, passes });
		} catch (error) {
			faults.push({ label, reason: error instanceof Error ? error.message : String(error) });
		}
	}
	return { checks, faults };
}

/** Whether an incident may pass, and the filters of which what is known does not tell. */
export function apply(checks: readonly Check[], known: Known): { passes: boolean; open: Check[] } {
	const results = checks.map((check) => ({ check, passes: check.passes(known) }));
	return {
		passes: results.every(({ passes }) => passes !== false),
		open: results.filter(({ passes }) => passes === undefined).map(({ check }) => check),
	};
}

/** Whether one of an incident's objects is one of those chosen, by ID or by name. */
function amongReferences(label: string, property: keyof Known): Filter {
	return {
		label,
		part: 'incident',
		read: (given) => {
			const wanted = listOf(given).map((each) => each.toLowerCase());
			if (wanted.length === 0) return undefined;
			return ({ [property]: value }) =>
				value === undefined
					? undefined
					: [value].flat().some((each) => namesOf(each).some((name) => wanted.includes(name)));
		},
	};
}

/** What an object may be called. */
function namesOf(value: unknown): string[] {
	const { id, name, display_name, summary } = isObject(value) ? value : {};
	return [id, name, display_name, summary].filter((each) => typeof each === 'string').map(plain);
}

const plain = (text: string) => text.trim().toLowerCase();

function textHolds(label: string, part: IncidentPart, property: 'title' | 'note'): Filter {
	return {
		label,
		part,
		read: (given) => {
			const wanted = plain(String(given ?? ''));
			return wanted === '' ? undefined : ofText(property, (text) => text.toLowerCase().includes(wanted));
		},
	};
}

function textMatches(label: string, part: IncidentPart, property: 'title' | 'note'): Filter {
	return {
		label,
		part,
		read: (given) => {
			const pattern = String(given ?? '');
			return pattern === '' ? undefined : ofText(property, compile(pattern));
		},
	};
}

/** What is about no note has none that could fit or not. */
const ofText =
	(property: 'title' | 'note', test: (text: string) => boolean): Test =>
	({ [property]: text }) => {
		if (text === null) return true;
		return typeof text === 'string' ? test(text) : undefined;
	};

function readUrgency(given: unknown): Test | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	if (given !== 'high' && given !== 'low')
		throw new FilterFault(`cannot be "${String(given)}". Possible values are high, low`);
	return ({ urgency }) => (typeof urgency === 'string' ? urgency === given : undefined);
}

/** @param given the value of a fixed collection: every field named in it must have its value */
function readCustomFields(given: unknown): Test | undefined {
	const { fields = [] } = isObject(given) ? given : {};
	const wanted = [fields].flat().filter(isObject);
	if (wanted.length === 0) return undefined;
	const tests = wanted.map(({ name, value }) => ofCustomField(String(name ?? ''), String(value ?? '')));
	return (known) => {
		const results = tests.map((test) => test(known));
		return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
	};
}

function ofCustomField(name: string, value: string): Test {
	const [field, wanted] = [plain(name), plain(value)];
	if (field === '')
		throw new FilterFault('has an entry without the name of a field. Enter it, or remove the entry');
	if (wanted === '') throw new FilterFault(`has no value for "${name}". Enter one, or remove the entry`);
	return ({ custom_fields: all, some_custom_fields: some }) => {
		const named = [all ?? some ?? []]
			.flat()
			.filter(isObject)
			.find((each: IDataObject) => namesOf(each).includes(field));
		if (named === undefined) return all === undefined ? undefined : false;
		// A field of several values has a list of them.
		return [named.value].flat().some((each) => plain(String(each ?? '')) === wanted);
	};
}
