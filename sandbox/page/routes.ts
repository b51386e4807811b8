import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import type { Sandbox } from '../control/sandbox';
import { page } from './page';
import { pageRows } from './rows';

/** Bursts of changes reach the page as one. */
const debounceMs = 60;

/** The page at `/`, its rows as JSON, and a stream that says when they changed. */
export function addPageRoutes(
	app: FastifyInstance,
	account: Account,
	sandbox: Sandbox,
	n8nUrl?: string,
): void {
	app.get('/', { config: { page: true } }, (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(page(account, sandbox, n8nUrl).text),
	);
	app.get('/_sandbox/page', () => pageRows(account, sandbox.outage.state));
	app.get('/_sandbox/stream', (request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		reply.raw.write(': hello\n\n');
		let timer: NodeJS.Timeout | undefined;
		const stop = account.onChange(() => {
			timer ??= setTimeout(() => {
				timer = undefined;
				reply.raw.write('data: changed\n\n');
			}, debounceMs);
		});
		request.raw.on('close', () => {
			clearTimeout(timer);
			stop();
		});
	});
}
