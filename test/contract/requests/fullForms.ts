import type { INodeProperties } from 'n8n-workflow';

import { barest, type Parameters } from '../../support/operations/variants';
import { withField, isShownIn, joined, same, shown, without } from './formValues';
import { exercises, fieldsOfTheEngine, requestsOf, type Choice, type Exercise } from './operationRequests';
import type { Recording } from './recordingHost';

type Outcome = Awaited<ReturnType<typeof requestsOf>>;

/** A form with as many fields filled in as go together, and what the node makes of it. */
export interface FullForm extends Outcome {
	/** As n8n keeps it: without what is hidden. */
	readonly form: Parameters;
	/** Names of the fields that have a part in what is sent or given out: without their value, that differs. */
	readonly telling: string[];
}

/** Six kinds of objects exclude each other in Get Current On-Call. */
const mostForms = 6;

/**
 * Forms that together have every field of an operation filled in; several, where fields exclude each other. Stop the clock
 * before: what differs from one moment to the next would seem to come from the fields.
 *
 * @param host what the node finds: the credential's From user, PagerDuty's answers
 */
export async function fullForms(choice: Choice, host: Omit<Recording, 'items'>): Promise<FullForm[]> {
	const outcome = async (form: Parameters) =>
		await requestsOf(choice, { ...host, items: [shown(choice.operation, form)] });
	const accepted = (await exercises(choice)).filter(({ form }) => form !== undefined);
	const forms: FullForm[] = [];
	let wanted = accepted;
	while (wanted.length > 0 && forms.length < mostForms) {
		const [first] = wanted;
		const full = await filled(choice, [...new Set([...wanted, ...accepted])], outcome);
		const told = wanted.filter(({ field }) => full.telling.includes(field.name));
		if (told.length > 0 || forms.length === 0) forms.push(full);
		wanted = wanted.filter((each) => each.field !== first?.field && !told.includes(each));
	}
	return forms;
}

/** Fills in one field after another, each with the first value that tells; the engine's fields last, whatever they tell. */
async function filled(
	{ operation }: Choice,
	exercised: readonly Exercise[],
	outcome: (form: Parameters) => Promise<Outcome>,
): Promise<FullForm> {
	const put = new Set<INodeProperties>();
	let form = barest(operation);
	let now: Outcome | undefined;
	const fill = async (fuller: Parameters | undefined, { field }: Exercise, mustTell: boolean) => {
		if (fuller === undefined || put.has(field)) return;
		if ([...put].some((each) => !isShownIn(operation, fuller, each))) return;
		const then = await outcome(fuller);
		// A dry run would hold back what all other fields say.
		const isHeldBack = then.sent.length === 0 && now !== undefined && now.sent.length > 0;
		if (then.error !== undefined || isHeldBack || (mustTell && same(then, now))) return;
		put.add(field);
		form = fuller;
		now = then;
	};
	for (const exercise of exercised) {
		const { field, value, form: other = form } = exercise;
		if (now === undefined) await fill(other, exercise, true);
		await fill(withField(operation, form, field, value), exercise, true);
		// Together with what it needs beside it.
		await fill(joined(operation, form, other), exercise, true);
	}
	for (const exercise of exercised.filter(({ field }) => fieldsOfTheEngine.includes(field.name)))
		if (!same(exercise.value, exercise.field.default))
			await fill(withField(operation, form, exercise.field, exercise.value), exercise, false);

	const made = now ?? (await outcome(form));
	const telling: string[] = [];
	for (const field of new Set(exercised.map((each) => each.field)))
		if (!same(await outcome(without(operation, form, field)), made)) telling.push(field.name);
	return { ...made, form: shown(operation, form), telling };
}
