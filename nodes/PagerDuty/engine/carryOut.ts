import { sleep, UserError, type IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import { isOutcomeUnknown } from '../api/errors';
import { backOff } from '../api/retry';
import { givenIn } from './given';
import type { Run } from './connections';
import { inWindow } from './window';
import type { Work } from './work';

/** How often a request is sent while nobody knows whether PagerDuty takes it. */
const tries = 5;
/** Look-ups under way at once. */
export const lookUps = 5;

/**
 * Carries out a write for these items, which share a credential, each once: what is done is not sent again, what may be
 * done is looked up before it is, and is left alone where the operation says that it cannot be repeated.
 *
 * @param send sends the works together and notes in each what it achieved
 * @throws the error of the request, also when it tells nothing about the outcome
 */
export async function carryOut(
	run: Run,
	works: readonly Work[],
	send: (works: readonly Work[], api: Api) => Promise<void>,
): Promise<void> {
	const [first] = works;
	if (!first) return;
	const api = await run.connections.open(first.credential);
	const safe = run.operation.repeat?.safe === true;
	for (let count = 0; ; count++) {
		await lookUp(run, api, works);
		const left = works.filter(({ done }) => done === undefined);
		if (left.length === 0) return;
		const unclear = left.find((work) => work.unclear !== undefined)?.unclear;
		if (unclear && (count === tries || !safe)) throw unclear;
		for (const work of left) work.sentAt ??= performance.now();
		const trouble = await send(left, api).catch((error: unknown) => {
			if (isOutcomeUnknown(error)) return error;
			for (const work of left) if (!work.unclear) work.sentAt = undefined;
			throw error;
		});
		if (!trouble) return left.forEach((work) => give(run, work));
		for (const work of left) work.unclear = trouble;
		// PagerDuty may still be at it.
		if (safe) await sleep(backOff(count + 1));
	}
}

/** @throws the error of the write when a look-up fails; those under way end first */
async function lookUp(run: Run, api: Api, works: readonly Work[]): Promise<void> {
	const left = works.filter(({ done }) => done === undefined);
	await inWindow(left, lookUps, async (work) => {
		const found = await alreadyDone(run, api, work).catch((error: unknown) => {
			throw work.unclear ?? error;
		});
		if (!found) return;
		work.done = [found];
		give(run, work);
	});
}

/** What an earlier try achieved, or what is as it should be without a write. */
async function alreadyDone({ operation, host }: Run, api: Api, work: Work): Promise<IDataObject | undefined> {
	const context = {
		...work.context,
		sentSince: () => timeOf(api, work),
		isGiven: (id: unknown) => givenIn(host).has(String(id)),
	};
	const found = work.unclear ? await operation.repeat?.lookUp?.(api, work.input, context) : undefined;
	return found ?? (await operation.needless?.(api, work.input));
}

function give({ host }: Run, { done = [] }: Work): void {
	for (const { id } of done) givenIn(host).add(String(id));
}

function timeOf(api: Api, { sentAt }: Work): number {
	const time = sentAt === undefined ? undefined : api.timeOf(sentAt);
	if (time === undefined) throw new UserError("PagerDuty's answers do not tell the time");
	return time;
}
