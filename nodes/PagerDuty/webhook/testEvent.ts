import type { IWebhookFunctions } from 'n8n-workflow';

import { doubtIn, noteDoubt } from './doubts';
import { openShelf, sealAnew } from './held';
import { isLive, isManual } from './host';
import { sealOf } from './seal';
import { isSigned } from './signature';

/** What PagerDuty sends when somebody tests a subscription. It comes unasked, and is about nothing. */
export const testEvent = 'pagey.ping';

/**
 * A test event came, and was verified. It shows that the secret is good, and n8n saves static data after it: a patrol
 * asks for one when there is something to save.
 */
export async function noteTestEvent(
	host: IWebhookFunctions,
	body: Buffer,
	signature: string | string[] | undefined,
): Promise<void> {
	if (isManual(host) || !isLive(host)) return;
	const shelf = await openShelf(host);
	for (const { id, secret } of shelf.held.values()) {
		const doubt = secret === undefined ? undefined : doubtIn(shelf.data, id);
		if (doubt && secret !== undefined && isSigned(body, signature, [secret]))
			noteDoubt(shelf.data, id, { ...doubt, result: 'cleared' });
	}
	await sealOf(host).then(
		(seal) => sealAnew(shelf, seal),
		() => 'the next patrol needs the credential too, and says so',
	);
}
