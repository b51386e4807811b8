import { sandboxKeys } from '../keys';
import type { World } from '../world/world';
import { seedBusinessServices } from './businessServices';
import { seedAutomation, seedInvocation } from './automation';
import { seedChangeEvents } from './changeEvents';
import { seedContacts } from './contacts';
import { seedConfiguration } from './configuration';

import { seedCustomFields } from './customFields';
import { seedHistory } from './history';
import { seedPeople } from './people';
import { seedSchedules } from './schedules';
import { seedServices } from './services';
import { seedStatusPages } from './statusPages';

export type Seed = 'company' | 'empty';

/** API keys that both seeds have. The user key belongs to Maya, where there is a Maya. */
function seedKeys(world: World): void {
	const owner = world.userByEmail(sandboxKeys.userEmail);
	world.apiKeys.set(sandboxKeys.account, { key: sandboxKeys.account, access: 'full', userId: null });
	world.apiKeys.set(sandboxKeys.readOnly, { key: sandboxKeys.readOnly, access: 'read', userId: null });
	if (owner) world.apiKeys.set(sandboxKeys.user, { key: sandboxKeys.user, access: 'full', userId: owner.id });
}

/** Fills a cleared world: `company` is a small company with a month of history, `empty` the same company without incidents. */
export function plant(world: World, seed: Seed): void {
	world.clear();
	const { team, usersOf } = seedPeople(world);
	seedContacts(world);
	seedServices(world, team, usersOf);
	seedSchedules(world, team, usersOf);
	seedBusinessServices(world);
	seedChangeEvents(world);
	seedAutomation(world);
	seedStatusPages(world);
	seedConfiguration(world);
	seedKeys(world);
	if (seed === 'company') seedHistory(world);
	seedInvocation(world);
	seedCustomFields(world);
}
