/**
 * Preloaded into the n8n that is measured: what it sends to api.pagerduty.com goes to this machine's port
 * DETOUR_PORT instead. The built-in node has that host in its code, so nothing else can lead it to the sandbox,
 * and ours takes the same way. Names and certificates are checked as ever.
 */
import tls from 'node:tls';

const host = 'api.pagerduty.com';
const port = Number(process.env.DETOUR_PORT);
const connect = tls.connect;

tls.connect = function (...args) {
	const [options, ...rest] = args;
	if (options?.host !== host) return connect.apply(this, args);
	return connect.call(this, { ...options, host: '127.0.0.1', port, servername: host }, ...rest);
};
