import type { INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../api/answer';
import { formOf } from '../../fields/field';
import { listOf } from '../../fields/list';
import { responseTimes, type ResponseTime } from '../../fields/responseTimes';
import { expressionAdvice, oneOf } from '../../fields/oneOf';
import { atLeastOne, type Form } from './validate';

export const responseTimeFields: INodeProperties = {
	...formOf(responseTimes),
	typeOptions: { ...responseTimes.typeOptions, minRequiredFields: 1 },
	displayOptions: { show: { source: ['slaBreach'] } },
};

const minutes = z.coerce.number().min(0);
const shape = z.array(
	z.object({
		appliesTo: z.unknown().default('urgency'),
		urgency: z.unknown().default('high'),
		priorityIds: z.unknown().transform(listOf),
		acknowledgeWithin: minutes.default(15),
		resolveWithin: minutes.default(0),
	}),
);

/** @throws NodeOperationError when there is none, one is not a number of minutes, or one cannot apply to any incident */
export function responseTimesOf(form: Form): ResponseTime[] {
	const given: unknown = form.getNodeParameter('responseTimes', {});
	const rules = shape.safeParse((isObject(given) ? given.rules : undefined) ?? []);
	if (!rules.success) {
		throw new NodeOperationError(form.getNode(), 'A response time is not a number of minutes', {
			description: `Enter whole minutes, or 0 for no limit. ${expressionAdvice}`,
		});
	}
	if (!rules.data.some(({ acknowledgeWithin, resolveWithin }) => acknowledgeWithin + resolveWithin > 0)) {
		throw new NodeOperationError(form.getNode(), 'No response time is set', {
			description: 'Add at least one under "Response Times", with minutes to acknowledge or to resolve.',
		});
	}
	return rules.data.map((rule) => {
		const appliesTo = oneOf(form, 'Applies To', rule.appliesTo, ['all', 'priority', 'urgency']);
		if (appliesTo === 'priority') atLeastOne(form, 'priority', rule.priorityIds);
		const urgency = oneOf(form, 'Incident Urgency', rule.urgency, ['high', 'low']);
		return { ...rule, appliesTo, urgency };
	});
}
