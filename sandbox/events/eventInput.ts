import { z } from 'zod';
import { ErrorAnswer } from '../errors';
import { understand } from '../http/understand';

/** An error of the Events API. */
export class EventRefused extends ErrorAnswer {
	constructor(
		status: number,
		private readonly short: string,
		message: string,
		private readonly errors: string[] = [],
	) {
		super(status, message);
	}

	get body() {
		return { status: this.short, message: this.message, errors: this.errors };
	}
}

export const invalidEvent = (errors: string[]) =>
	new EventRefused(400, 'invalid event', 'Event object is invalid', errors);

const routingKey = z.string().length(32, "Length of 'routing_key' is incorrect (should be 32 characters)");
const links = z.array(z.object({ href: z.string(), text: z.string().optional() }).strict()).optional();
const images = z
	.array(z.object({ src: z.string(), href: z.string().optional(), alt: z.string().optional() }).strict())
	.optional();
const customDetails = z.record(z.unknown()).optional();
const timestamp = z
	.string()
	.refine((text) => !Number.isNaN(Date.parse(text)), 'is no timestamp')
	.optional();

const payload = z
	.object({
		summary: z.string().min(1).max(1024),
		source: z.string().min(1),
		severity: z.enum(['critical', 'error', 'warning', 'info']),
		timestamp,
		component: z.string().optional(),
		group: z.string().optional(),
		class: z.string().optional(),
		custom_details: customDetails,
	})
	.strict();

/** Body of /v2/enqueue. A trigger needs a payload, the other two a dedup_key. */
export const alertEvent = z
	.object({
		routing_key: routingKey,
		event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
		dedup_key: z.string().min(1).max(255).optional(),
		payload: payload.optional(),
		client: z.string().optional(),
		client_url: z.string().optional(),
		links,
		images,
	})
	.strict()
	.refine((event) => event.event_action !== 'trigger' || event.payload, "'payload' is missing or blank")
	.refine((event) => event.event_action === 'trigger' || event.dedup_key, "'dedup_key' is missing or blank");

/** Body of /v2/change/enqueue. */
export const changeEvent = z
	.object({
		routing_key: routingKey,
		payload: z
			.object({
				summary: z.string().min(1).max(1024),
				source: z.string().optional(),
				timestamp,
				custom_details: customDetails,
			})
			.strict(),
		links,
		images,
	})
	.strict();

export type AlertEvent = z.output<typeof alertEvent>;
export type ReportedChange = z.output<typeof changeEvent>;

/** @throws 400 with one line for each mistake */
export function parse<Schema extends z.ZodTypeAny>(
	schema: Schema,
	body: unknown,
	strict: boolean,
): z.output<Schema> {
	const result = understand(schema, body, strict);
	if (result.success) return result.data;
	throw invalidEvent(
		result.error.issues.map(({ path, message }) =>
			path.length > 0 ? `'${path.join('.')}': ${message}` : message,
		),
	);
}
