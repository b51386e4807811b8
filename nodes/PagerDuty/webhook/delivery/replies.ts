/** How a delivery is answered when it starts no execution. */
export interface Reply {
	readonly status: 200 | 401 | 503;
	/** What the sender is told. */
	readonly message: string;
	/** A line for n8n's log. */
	readonly warning?: string;
	/** What differs between deliveries of one kind: added to the line, which is written once a minute for each kind. */
	readonly details?: string;
}

const notSigned =
	"PagerDuty does not sign these. Receive them with n8n's Webhook node, with its header authentication, and add that header to the action in PagerDuty";

/**
 * PagerDuty drops an event for good after any 4xx but 429, and disables the subscription after three of them; it comes
 * again after a 5xx. So only what is not PagerDuty's gets a 4xx, our own trouble gets 503, and what is signed but of no
 * use, or of a kind that is newer than this package, gets 200.
 * Source: https://developer.pagerduty.com/docs/webhooks-behavior
 */
export const replies = {
	noSecret: {
		status: 503,
		message: 'This n8n has no signing secret for this webhook at the moment.',
		warning: 'an event came, and there is no signing secret to verify it with',
	},
	unreadable: {
		status: 503,
		message: 'This n8n could not read the body.',
		warning: 'an event came without its raw body, so it cannot be verified',
	},
	secretLost: {
		status: 503,
		message: 'This n8n has lost the signing secret of this webhook.',
		warning: 'an event came whose signing secret was lost',
	},
	unsigned: {
		status: 401,
		message:
			'X-PagerDuty-Signature is missing, or fits no signing secret of this webhook. Is the body unaltered?',
		warning:
			'a delivery was refused: its X-PagerDuty-Signature is missing, or fits no signing secret of this webhook',
	},
	/** An action of PagerDuty's incident workflows that sends any body anywhere: people take it for a webhook subscription. */
	ofIncidentWorkflow: {
		status: 401,
		message: `X-PagerDuty-Signature is missing: this is the action "Send a Webhook POST" of a PagerDuty incident workflow. ${notSigned}.`,
		warning: `a delivery was refused: it comes from the action "Send a Webhook POST" of a PagerDuty incident workflow. ${notSigned}`,
	},
	noEvent: {
		status: 200,
		message: 'This is not an event.',
		warning: 'PagerDuty sent something that is not an event; it was ignored',
	},
	testEvent: { status: 200, message: 'The test event arrived.' },
	notChosen: { status: 200, message: 'This event type is not chosen.' },
	filteredOut: { status: 200, message: 'This event does not meet the filters.' },
	stale: {
		status: 200,
		message: 'This event is too old.',
		warning:
			"an event was ignored because it is older than anything PagerDuty still delivers. If it is recent, check this server's clock",
	},
	early: {
		status: 503,
		message: "This event is more than five days ahead of this server's clock.",
		warning:
			"an event was not accepted because its time is more than five days ahead of this server's clock. Check that clock: PagerDuty tries again for up to 48 hours",
	},
	duplicate: { status: 200, message: 'This event was taken before.' },
	busy: { status: 503, message: 'An earlier attempt is still being worked on.' },
} as const satisfies Record<string, Reply>;
