/**
 * What a person reads when everything runs.
 *
 * @param {{ n8nUrl: string, sandboxUrl: string, login: { email: string, password: string }, workflows: { id: string,
 * name: string }[] }} running
 * @returns {string}
 */
export function greeting({ n8nUrl, sandboxUrl, login, workflows }) {
	const rows = workflows.map(({ id, name }) => `     ${name}: ${n8nUrl}/workflow/${id}`);
	return `
PagerDuty for n8n is running. Ctrl-C ends it; the next start goes on where this one ends.

  PagerDuty (stand-in)  ${sandboxUrl}
  n8n                   ${n8nUrl}
                        ${login.email} · ${login.password}

Click first:
  1. Open ${sandboxUrl} and trigger an incident. No account is needed.
  2. Watch that page: within seconds the incident carries a note, written by the workflow in n8n.
  3. Log in at ${n8nUrl} and look into the workflows and their executions:
${rows.join('\n')}
`;
}
