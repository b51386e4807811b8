import { z } from 'zod';

import type { WorkflowNode } from '../../support/n8nTypes';

const form = z
	.object({
		assignments: z.object({
			assignments: z.array(z.object({ name: z.string(), value: z.unknown() }).passthrough()),
		}),
	})
	.passthrough();

/**
 * The nodes of a template after a person has changed something in its node "Settings".
 *
 * @throws Error where the template has no such setting
 */
export function withSettings(nodes: WorkflowNode[], settings: Record<string, unknown>): WorkflowNode[] {
	return nodes.map((node) => {
		if (node.name !== 'Settings') return node;
		const parameters = form.parse(node.parameters);
		const { assignments } = parameters.assignments;
		for (const [name, value] of Object.entries(settings)) {
			const setting = assignments.find((one) => one.name === name);
			if (!setting) throw new Error(`There is no setting ${name}`);
			setting.value = value;
		}
		return { ...node, parameters };
	});
}
