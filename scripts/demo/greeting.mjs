/**
 * What a person reads when everything runs.
 *
 * @param {{ n8nUrl: string, sandboxUrl: string, login: { email: string, password: string }, workflows: { id: string,
 * name: string, form?: string }[], cache: string }} running `form` is the address of a workflow's form, `cache` says
 * where downloads are kept
 * @returns {string}
 */
export function greeting({ n8nUrl, sandboxUrl, login, workflows, cache }) {
	const rows = workflows.flatMap(({ id, name, form }) => [
		`     ${name}: ${n8nUrl}/workflow/${id}`,
		...(form ? [`       its form: ${form}`] : []),
	]);
	return `
PagerDuty for n8n is running. Ctrl-C ends it; the next start continues where this one stopped.

  PagerDuty sandbox     ${sandboxUrl}
  n8n                   ${n8nUrl}
                        ${login.email} · ${login.password}

Click first:
  1. Open ${sandboxUrl} and trigger an incident. No account is needed.
  2. Watch that page: within seconds the incident gets a note, written by the workflow in n8n.
  3. Open a workflow in n8n and log in with the email and password above:
${rows.join('\n')}

${cache}
`;
}
