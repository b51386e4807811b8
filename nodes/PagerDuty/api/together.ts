/**
 * Waits for requests that are under way side by side, as `Promise.all` does. Where one fails, the others end first, so that
 * nothing goes on behind the error.
 *
 * @throws the error of the first of them that failed, in their order
 */
export async function together<Requests extends readonly unknown[] | []>(
	requests: Requests,
): Promise<{ -readonly [Index in keyof Requests]: Awaited<Requests[Index]> }> {
	await Promise.allSettled(requests);
	return await Promise.all(requests);
}
