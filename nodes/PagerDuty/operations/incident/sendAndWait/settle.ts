import type { Api } from '../../../api/client';
import { isOutcomeUnknown } from '../../../api/errors';
import { path } from '../../../api/path';
import { post } from '../../../api/request';
import type { LinkData } from '../../../engine/wait/link';
import type { Asked, Decision, Step } from '../../../engine/wait/waits';
import { noteOnce } from '../../incidentNote/noteOnce';
import { changing } from '../change/changing';

const { run: resolve } = changing<{ incidentId: string }>(() => ({ status: 'resolved' }));

/** Notes the answer on the incident, and resolves it unless the question said otherwise. */
export function settle(
	api: Api,
	{ incident: { id } }: Asked,
	decision: Decision,
	linkData: LinkData,
): Step[] {
	const steps: Step[] = [
		{ otherwise: 'The note was not written', run: async () => await note(api, id, textOf(decision)) },
		{
			otherwise: 'The incident was not resolved',
			run: async () => await resolve(api, { incidentId: id }),
		},
	];
	return linkData.resolve === 'no' ? steps.slice(0, 1) : steps;
}

/** Anybody with the link can answer, so the name is what somebody entered. */
const textOf = ({ approved, respondedAt, respondedBy }: Decision) =>
	`${approved ? 'Approved' : 'Declined'} in n8n at ${respondedAt}, ${respondedBy === undefined ? 'without a name' : `name given: ${respondedBy}`}`;

/**
 * operationId createIncidentNote · Where nobody knows whether it was written, it is looked for before it is written again:
 * with the time in it, no other note says the same.
 */
async function note(api: Api, incidentId: string, content: string): Promise<void> {
	const request = post(path`/incidents/${incidentId}/notes`, { note: { content } });
	await api.call(request).catch(async (trouble: unknown) => {
		if (!isOutcomeUnknown(trouble)) throw trouble;
		await noteOnce(api, incidentId, content);
	});
}
