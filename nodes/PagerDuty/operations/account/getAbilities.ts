import { path } from '../../api/path';
import { get } from '../../api/request';
import { wrongShape } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { account } from './resource';

/** operationId listAbilities · names without anything else, so they come together: an If node asks whether one is among them. */
export const getAbilities = defineOperation({
	of: account,
	option: {
		name: 'Get Abilities',
		value: 'getAbilities',
		action: 'Get the abilities of the account',
		description:
			'Read what the plan of the account can do, such as teams or urgencies: one item with a list of names',
	},
	fields: [options(parallelRequests)],
	run: async (api) => {
		const request = get(path`/abilities`);
		const { abilities } = await api.call(request);
		if (!Array.isArray(abilities)) throw wrongShape(api, request, 'list of abilities');
		return { abilities };
	},
});
