import type { N8n } from '../../support/n8n';
import type { Workflow } from '../../support/n8nTypes';

/** Where the form is with which a published workflow begins. */
export function formUrl({ webhookUrl }: Pick<N8n, 'webhookUrl'>, { nodes }: Pick<Workflow, 'nodes'>): string {
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	return `${webhookUrl}/form/${String(form?.webhookId)}`;
}

/**
 * Fills in a form and sends it off, as its page does.
 *
 * @param answers in the order of the fields; a list is what was ticked
 * @returns the address of the page that follows, which may be the same
 */
export async function sendForm(url: string, answers: ReadonlyArray<string | string[]>): Promise<string> {
	const body = new FormData();
	for (const [index, answer] of answers.entries())
		body.set(`field-${index}`, typeof answer === 'string' ? answer : JSON.stringify(answer));
	const response = await fetch(url, { method: 'POST', body });
	if (!response.ok) throw new Error(`The form says ${response.status}`);
	const { formWaitingUrl } = (await response.json()) as { formWaitingUrl?: string };
	return formWaitingUrl ?? url;
}
