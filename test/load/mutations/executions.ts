import type { N8n } from '../../support/n8n';

interface Page {
	readonly results: ReadonlyArray<{ id: string }>;
	readonly nextCursor?: string | null;
}

/** What the trigger gave to each execution of a workflow, newest first. */
export async function startedBy(n8n: N8n, workflowId: string): Promise<Array<Record<string, unknown>>> {
	const ids = await executionIds(n8n, workflowId);
	const executions = await Promise.all(ids.map(async (id) => await n8n.client.executions.get(id)));
	return executions.flatMap(({ data }) =>
		Object.values(data.resultData.runData).flatMap(
			([run]) => run?.data?.main[0]?.map(({ json }) => json) ?? [],
		),
	);
}

/** All of them, however many pages that takes. */
async function executionIds({ client }: N8n, workflowId: string): Promise<string[]> {
	const ids: string[] = [];
	const query = new URLSearchParams({ filter: JSON.stringify({ workflowId }), limit: '100' });
	for (;;) {
		const { results, nextCursor } = (await client.send(
			'GET',
			`/rest/executions?${query.toString()}`,
		)) as Page;
		ids.push(...results.map(({ id }) => id));
		if (!nextCursor) return ids;
		query.set('cursor', nextCursor);
	}
}
