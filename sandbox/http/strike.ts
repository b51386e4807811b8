import type { FastifyReply } from 'fastify';
import type { Fault } from './faults';

/** Never settles: the connection stays as the fault left it. Closing the server ends it. */
const silence = () => new Promise<never>(() => {});

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body ?? {}));

/** What a fault answers with, where it answers at all. */
export function faultyAnswer(fault: Fault): { status: number; body: string } {
	const status = fault.status ?? (fault.kind === 'status' ? 503 : 200);
	const standard = { error: { message: 'Internal Server Error', code: 2000 } };
	return { status, body: asText(fault.kind === 'status' ? (fault.body ?? standard) : fault.body) };
}

/**
 * Lets a fault strike: resolves with the body to send instead, or breaks the connection and never resolves.
 * @param payload the answer that would have been sent
 */
export async function strike(fault: Fault, reply: FastifyReply, payload: string): Promise<string> {
	if (fault.kind === 'reset') {
		reply.raw.socket?.resetAndDestroy();
		return await silence();
	}
	if (fault.kind === 'timeout') return await silence();
	if (fault.kind === 'truncate') {
		const whole = Buffer.from(fault.body === undefined ? payload : asText(fault.body));
		reply.raw.writeHead(fault.status ?? reply.statusCode, {
			'content-type': 'application/json',
			'content-length': whole.length + 1,
		});
		reply.raw.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => reply.raw.socket?.destroy());
		return await silence();
	}
	const { status, body } = faultyAnswer(fault);
	void reply
		.code(status)
		.type('application/json')
		.headers(fault.headers ?? {})
		.removeHeader('content-length');
	return body;
}
