/**
 * Where a cell leads: only web addresses, as readers also open files and programs by address.
 *
 * @returns the address in ASCII; undefined when it is none of http or https
 */
export function linkTarget(url: string | undefined): string | undefined {
	if (!url || !URL.canParse(url)) return undefined;
	const { protocol, href } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
