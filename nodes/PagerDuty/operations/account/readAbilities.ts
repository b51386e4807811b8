import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { get } from '../../api/request';
import { wrongShape } from '../../api/shape';

/** What the plan of the account can do: PagerDuty's names, and nothing else of them. operationId listAbilities */
export async function readAbilities(api: Api): Promise<string[]> {
	const request = get(path`/abilities`);
	const { abilities } = await api.call(request);
	if (!Array.isArray(abilities)) throw wrongShape(api, request, 'list of abilities');
	return abilities.map(String);
}
