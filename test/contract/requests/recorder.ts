import type { IHttpRequestOptions, INode } from 'n8n-workflow';

import { documentedAnswer, type GivenAnswer } from './documentedAnswer';
import { sentRequest, type SentRequest } from './sentRequest';

/** How PagerDuty answers; the document's success where it gives nothing. */
export type Answering = (request: SentRequest) => GivenAnswer | undefined;

/** n8n's HTTP helper without a network: keeps every request in `sent`. */
export function recorder(answering?: Answering) {
	const sent: SentRequest[] = [];
	const httpRequestWithAuthentication = async (_credential: string, options: IHttpRequestOptions) => {
		const request = sentRequest(options);
		sent.push(request);
		return answering?.(request) ?? documentedAnswer(request);
	};
	return { sent, httpRequestWithAuthentication };
}

/** The node that is asked for its parameters and named in errors. */
export const node: INode = {
	id: 'node',
	name: 'PagerDuty',
	type: 'n8n-nodes-pagerduty.pagerDuty',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
