import type { IExecuteFunctions } from 'n8n-workflow';

/** What a signed link carries, by names of our choice. The engine adds `question` and `from`. */
export type LinkData = Readonly<Record<string, string>>;

/**
 * The address of the page on which a person answers, on this n8n. n8n signs all of it, and refuses what was changed.
 *
 * @throws what n8n throws outside of an execution
 */
export function answerLink(host: IExecuteFunctions, linkData: LinkData): string {
	// n8n 1 looks at the signature only where the node has asked for that; n8n 2 always does, and has no such method.
	const demand: unknown = Reflect.get(host, 'setSignatureValidationRequired');
	if (typeof demand === 'function') Reflect.apply(demand, host, []);
	return host.getSignedResumeUrl(linkData);
}
