import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';

/** The header of an answer that stands for no answer at all. Its value is the system's code. */
export const brokenHeader = 'x-broken-connection';

/** n8n's HTTP library, the copy that n8n itself uses. */
function axiosOfN8n(): AxiosStatic {
	const n8nCore = createRequire(require.resolve('n8n-core'));
	const network = createRequire(n8nCore.resolve('@n8n/backend-network'));
	return jest.requireActual<AxiosStatic>(network.resolve('axios'));
}

/**
 * Lets answers with {@link brokenHeader} fail as axios fails when the socket does. A socket error that is faked further
 * down sometimes comes before anybody listens, and ends the process.
 */
export function breakConnections(): void {
	const { interceptors, AxiosError } = axiosOfN8n();
	interceptors.response.use((response) => {
		const code: unknown = response.headers[brokenHeader];
		if (typeof code !== 'string') return response;
		throw new AxiosError(`socket fault ${code}`, code, response.config, response.request);
	});
}
