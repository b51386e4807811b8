import { sleep, UserError, type IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { isOfRead, isOutcomeUnknown, isRefused } from '../../api/errors';
import { isNodeApiError } from '../../api/nodeErrors';
import { backOff } from '../../api/retry';
import { actingAs, type Run } from '../connections';
import type { UnclearTry } from '../itemContext';
import { mapConcurrent } from '../mapConcurrent';
import type { AnyOperation } from '../operation';
import { claimedIn } from './claimedResults';
import type { PendingWrite } from './pendingWrite';
import { repeatOf } from './repeat';

/** How often a request is sent while nobody knows whether PagerDuty takes it. */
const tries = 5;
/** Look-ups under way at once. */
export const lookUps = 5;

/**
 * Carries out the write of these items, which share a credential and a From user, each once: what is done is not sent
 * again; what may be done is looked up before it is, and left alone where the operation says that it cannot be repeated.
 *
 * @param send sends the writes together and notes in each its result
 * @throws the error of the request, also when it tells nothing about the outcome
 */
export async function writeOnce(
	run: Run,
	writes: readonly PendingWrite[],
	send: (writes: readonly PendingWrite[], api: Api) => Promise<void>,
): Promise<void> {
	const [first] = writes;
	if (!first) return;
	const { operation, connections } = run;
	const api = actingAs(await connections.open(first.credential), operation, first.input.controls);
	const safe = repeatOf(operation.repeat, first.input.values)?.safe === true;
	for (let count = 0; ; count++) {
		await lookUp(run, api, writes);
		const left = writes.filter(({ done }) => done === undefined);
		if (left.length === 0) return;
		const unclear = left.find((write) => write.unclear !== undefined)?.unclear;
		if (unclear && (count === tries || !safe)) throw unclear;
		for (const write of left) write.sentAt ??= performance.now();
		const trouble = await send(left, api).catch((error: unknown) => {
			if (isOutcomeUnknown(error)) return error;
			if (unclear && isGone(operation, left, error)) return undefined;
			for (const write of left) if (!write.unclear) write.sentAt = undefined;
			// What was asked before the write is no answer to it.
			throw unclear && !isRefusal(error) ? unclear : error;
		});
		if (!trouble) return left.forEach((write) => claim(run, write));
		for (const write of left) write.unclear = trouble;
		// PagerDuty may still be at it.
		if (safe) await sleep(backOff(count + 1));
	}
}

const isRefusal = (error: unknown) =>
	isNodeApiError(error) && /^4/.test(error.httpCode ?? '') && !isOfRead(error);

/** Whether what was to be deleted is gone: then an earlier try, whose outcome nobody knew, has done it. */
function isGone(
	{ repeat, answer, adds }: AnyOperation,
	writes: readonly PendingWrite[],
	error: unknown,
): boolean {
	const means = ({ input }: PendingWrite) => repeatOf(repeat, input.values)?.goneIsDone ?? [];
	if (!writes.every((write) => isRefused(error, ...means(write)))) return false;
	const done = 'done' in answer ? answer.done : { deleted: true };
	for (const write of writes) write.done = [{ ...adds?.(write.input.values), ...done }];
	return true;
}

/** @throws the error of the write when a look-up fails; those under way end first */
async function lookUp(run: Run, api: Api, writes: readonly PendingWrite[]): Promise<void> {
	const left = writes.filter(({ done }) => done === undefined);
	await mapConcurrent(left, lookUps, async (write) => {
		const found = await alreadyDone(run, api, write).catch((error: unknown) => {
			throw write.unclear ?? error;
		});
		if (!found) return;
		write.done = [found];
		claim(run, write);
	});
}

/** What an earlier try achieved, or what is as it should be without a write. */
async function alreadyDone(
	{ operation, host }: Run,
	api: Api,
	write: PendingWrite,
): Promise<IDataObject | undefined> {
	const context = {
		...write.context,
		sentSince: () => timeOf(api, write),
		isClaimed: (id: unknown) => claimedIn(host).has(String(id)),
	};
	const found = write.unclear
		? await repeatOf(operation.repeat, write.input.values)?.lookUp?.(api, write.input.values, context)
		: undefined;
	return found ?? (await operation.needless?.(api, write.input.values));
}

function claim({ host }: Run, { done = [] }: PendingWrite): void {
	for (const { id } of done) claimedIn(host).add(String(id));
}

/** The earlier try at a write, where nobody knows what it has done. */
export const unclearTry = (api: Api, write: PendingWrite): UnclearTry | undefined =>
	write.unclear && { sentSince: () => timeOf(api, write) };

function timeOf(api: Api, { sentAt }: PendingWrite): number {
	const time = sentAt === undefined ? undefined : api.timeOf(sentAt);
	if (time === undefined) throw new UserError("PagerDuty's answers do not tell the time");
	return time;
}
