import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readable } from '../input/values';

/** What JavaScript makes of an object in a text. */
const unreadable = '[object Object]';

/** Whether n8n lets a person review the call of an agent's tool with this node. */
export const isReview = (host: IExecuteFunctions): boolean => host.getNode().type.endsWith('HitlTool');

/**
 * The message of a review with the input of the tool written out. The message that n8n fills in has an object there, of
 * which an expression makes `[object Object]`; but whoever approves a call must see what is called.
 */
export function withToolInput(host: IExecuteFunctions, values: IDataObject): IDataObject {
	const { message } = values;
	if (!isReview(host) || typeof message !== 'string' || !message.includes(unreadable)) return values;
	const input = readable(host.evaluateExpression('{{ $tool.parameters }}', 0));
	return { ...values, message: message.replaceAll(unreadable, () => input) };
}
