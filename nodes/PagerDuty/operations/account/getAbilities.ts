import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { readAbilities } from './readAbilities';
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
	run: async (api) => ({ abilities: await readAbilities(api) }),
});
