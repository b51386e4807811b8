/** Whether a webhook subscription was created by a trigger of this package: its description says for which workflow. */
export const isOfWorkflow = (description: unknown): description is string =>
	typeof description === 'string' && /^n8n: .*\(workflow .+\)$/.test(description.trim());

/** The workflow in such a description: `Page the boss (workflow 4kQ1)`. */
export const workflowIn = (description: string) => description.trim().replace(/^n8n: /, '');
