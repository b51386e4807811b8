import { poll } from './poll.mjs';

/**
 * n8n 2.41 answers to an activation before it registers the triggers. This waits until it has done so.
 *
 * @param {(method: string, path: string) => Promise<any>} send
 * @param {string} workflowPath `/rest/workflows/<id>`
 * @param {string} versionId what shall be live
 * @throws {Error} with n8n's words when a trigger could not be activated
 */
export async function untilPublished(send, workflowPath, versionId) {
	const status = await poll(60_000, 'n8n has not activated the workflow', async () => {
		const now = await publicationStatus(send, workflowPath);
		const settled = now.status === 'published' && now.liveVersionId === versionId;
		return settled || ['partial', 'failed', 'immediate'].includes(now.status) ? now : undefined;
	});
	const reasons = (status.triggers ?? []).map(({ errorMessage }) => errorMessage).filter(Boolean);
	if (status.status === 'failed' || status.status === 'partial') throw new Error(reasons.join('\n'));
}

/** The same for a deactivation: the triggers are gone, at PagerDuty too. */
export async function untilUnpublished(send, workflowPath) {
	await poll(60_000, 'n8n has not deactivated the workflow', async () => {
		const { status } = await publicationStatus(send, workflowPath);
		return status === 'not_published' || status === 'immediate' ? true : undefined;
	});
}

/** n8n 1 has no such address: there, everything is done when activation has answered. */
async function publicationStatus(send, workflowPath) {
	try {
		return await send('GET', `${workflowPath}/publication-status`);
	} catch (error) {
		if (error.status === 404) return { status: 'immediate' };
		throw error;
	}
}
