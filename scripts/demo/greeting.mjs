/**
 * What a person reads when everything runs.
 *
 * @param {{ n8nUrl: string, sandboxUrl: string, login: { email: string, password: string },
 * workflows: import('./workflows.mjs').DemoWorkflow[], cache: string }} running `cache` says where downloads are kept
 * @returns {string}
 */
export function greeting({ n8nUrl, sandboxUrl, login, workflows, cache }) {
	const parts = [
		begin(n8nUrl, sandboxUrl, login),
		...groups(workflows, n8nUrl),
		...problems(workflows),
		...deleted(workflows),
		cache,
	];
	return `\n${parts.join('\n\n')}\n`;
}

const begin = (n8nUrl, sandboxUrl, login) => `\
PagerDuty for n8n is running. Ctrl-C ends it; the next start continues where this one stopped.

  PagerDuty sandbox     ${sandboxUrl}
  n8n                   ${n8nUrl}
                        ${login.email} · ${login.password}

Begin in the sandbox, with "Play an Outage". No account is needed. What each workflow needs:`;

/** Workflows that begin in the same way, under one heading. */
function groups(workflows, n8nUrl) {
	const running = workflows.filter(({ id }) => id);
	const width = Math.max(...running.map(({ name }) => name.length));
	const orders = [...new Set(running.map(({ beginning }) => beginning.order))].sort((a, b) => a - b);
	return orders.map((order) => {
		const group = running.filter(({ beginning }) => beginning.order === order);
		const lines = group.map(
			({ id, name, beginning }) =>
				`  ${name.padEnd(width)}  ${beginning.address ?? `${n8nUrl}/workflow/${id}`}`,
		);
		return [group[0].beginning.todo, ...lines].join('\n');
	});
}

function problems(workflows) {
	const lines = workflows
		.filter(({ problem }) => problem)
		.map(({ name, problem }) => `  ${name}: ${problem.replaceAll('\n', '\n    ')}`);
	return lines.length > 0 ? [['Not ready yet; the next start tries it again:', ...lines].join('\n')] : [];
}

function deleted(workflows) {
	const names = workflows.filter(({ id, problem }) => !id && !problem).map(({ name }) => `  ${name}`);
	return names.length > 0
		? [['You deleted these. `npm start -- --reset` brings everything back:', ...names].join('\n')]
		: [];
}
