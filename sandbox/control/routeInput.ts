import { z } from 'zod';

/** Bodies of the control routes. */

const ms = z.number().min(0);
const seconds = z.number().min(1);
const limit = { requests: z.number().int().min(1), perMs: z.number().min(1) };

export const settingsInput = z
	.object({
		latencyMs: ms,
		rateLimit: z.object({ ...limit, headers: z.boolean() }).strict(),
		eventsRateLimit: z.object(limit).strict(),
		deliveriesAtOnce: z.number().int().min(1),
		deliveryRetryMs: z.array(ms).min(1),
		deliveryTimeoutMs: z.number().min(1),
		deliveryGiveUpMs: ms,
		disabledMs: ms,
		subscriptionLimit: z.number().int().min(0),
		redirectUris: z.array(z.string().url()),
		codeSeconds: seconds,
		accessTokenSeconds: seconds,
		refreshTokenSeconds: seconds,
	})
	.partial()
	.strict();

export const faultInput = z
	.object({
		kind: z.enum(['status', 'reset', 'timeout', 'truncate', 'body']),
		method: z.string().optional(),
		path: z.string().optional(),
		times: z.number().int().min(1).optional(),
		skip: z.number().int().min(0).optional(),
		when: z.enum(['before', 'after']).optional(),
		status: z.number().int().optional(),
		headers: z.record(z.string()).optional(),
		body: z.unknown(),
	})
	.strict();

const urgency = z.enum(['high', 'low']);

export const triggerInput = z
	.object({
		serviceId: z.string().optional(),
		title: z.string().trim().min(1, 'enter what is wrong').optional(),
		urgency: urgency.optional(),
		priorityId: z.string().optional(),
		details: z.string().optional(),
	})
	.strict();

export const incidentsInput = z
	.object({
		count: z.number().int().min(1).max(50_000),
		overrides: z
			.object({
				title: z.string(),
				serviceId: z.string(),
				status: z.enum(['triggered', 'acknowledged', 'resolved']),
				urgency,
				createdAt: z.string().datetime(),
			})
			.partial()
			.strict()
			.optional(),
	})
	.strict();

export const noteInput = z
	.object({
		text: z.string().trim().min(1, 'enter a note'),
		userId: z.string().optional(),
		at: z.string().datetime().optional(),
	})
	.strict();

export const alertInput = z
	.object({
		key: z.string().min(1),
		summary: z.string().min(1),
		severity: z.enum(['info', 'warning', 'error', 'critical']).optional(),
		details: z.record(z.unknown()).optional(),
	})
	.strict();

export const replyInput = z.object({ userId: z.string(), state: z.enum(['joined', 'declined']) }).strict();

export const changeInput = z
	.object({
		userId: z.string().optional(),
		title: z.string().min(1),
		status: z.enum(['triggered', 'acknowledged', 'resolved']),
		urgency,
		priorityId: z.string(),
		assigneeIds: z.array(z.string()).min(1),
		escalationLevel: z.number().int().min(1),
		policyId: z.string(),
		serviceId: z.string(),
	})
	.partial()
	.strict();

export const overrideInput = z
	.object({ userId: z.string(), start: z.string().datetime(), end: z.string().datetime() })
	.strict();

export const emitInput = z
	.object({
		eventType: z.string().min(1),
		incidentId: z.string().optional(),
		serviceId: z.string().optional(),
		subscriptionId: z.string().optional(),
		data: z.record(z.unknown()).optional(),
	})
	.strict();

/** The form on the page sends the speed as text. */
export const outageInput = z.object({ speed: z.coerce.number().min(1).max(3_600).optional() }).strict();
