/** What a sender, and whoever reads n8n's log, is told of a delivery that nobody signed for us. */
interface Refusal {
	readonly answer: string;
	readonly line: string;
}

const unsigned: Refusal = {
	answer:
		'X-PagerDuty-Signature is missing, or fits no signing secret of this webhook. Is the body unaltered?',
	line: 'a delivery was refused: its X-PagerDuty-Signature is missing, or fits no signing secret of this webhook',
};

const advice =
	"PagerDuty does not sign these. Receive them with n8n's Webhook node, with its header authentication, and add that header to the action in PagerDuty";

/** The action of PagerDuty's incident workflows that sends any body anywhere: people take it for a webhook subscription. */
const ofIncidentWorkflow: Refusal = {
	answer: `X-PagerDuty-Signature is missing: this is the action "Send a Webhook POST" of a PagerDuty incident workflow. ${advice}.`,
	line: `a delivery was refused: it comes from the action "Send a Webhook POST" of a PagerDuty incident workflow. ${advice}`,
};

/** Chooses words only. The header can say anything, and nothing is trusted for its sake. */
export const refusalOf = ({ 'user-agent': sender = '' }: { 'user-agent'?: string }): Refusal =>
	/^PagerDuty-Workflow-Automation\b/i.test(sender) ? ofIncidentWorkflow : unsigned;
