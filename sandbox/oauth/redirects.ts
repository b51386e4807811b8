const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const n8nCallback = /\/rest\/oauth2-credential\/callback$/;

/**
 * Whether the app is registered with a redirect address: with that of any n8n on this machine, and with the addresses
 * of the settings, letter by letter. A code sent anywhere else would be given away.
 */
export function isRegistered(address: string, redirectUris: readonly string[]): boolean {
	if (redirectUris.includes(address)) return true;
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, port, pathname } = new URL(address);
	const plain = `${protocol}//${hostname}${port && `:${port}`}${pathname}`;
	return (
		// Anything beyond that (a user, a query, a path with dots) is in no n8n's address.
		plain === address && /^https?:$/.test(protocol) && loopback.test(hostname) && n8nCallback.test(pathname)
	);
}
