/**
 * Loaded into a client before it starts (`node --import`): what it sends to PagerDuty goes to the sandbox at
 * SANDBOX_URL instead. The client stays as it was published; its addresses are fixed.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const PAGERDUTY = ['api.pagerduty.com', 'events.pagerduty.com'];
const sandbox = new URL(process.env.SANDBOX_URL);

// Each of the clients' HTTP libraries calls it with one object of options.
https.request = ({ hostname, host, ...options }, ...rest) => {
	const asked = hostname ?? host;
	if (!PAGERDUTY.includes(asked)) throw new Error(`The test of clients lets nobody ask ${asked}`);
	const { hostname: address, port } = sandbox;
	return http.request({ ...options, hostname: address, port, protocol: 'http:', agent: undefined }, ...rest);
};
syncBuiltinESMExports();
