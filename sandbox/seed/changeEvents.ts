import { IdSequence } from '../world/ids';
import { timestamp, type World } from '../world/world';
import { named } from './named';

const hour = 3_600_000;

/** Hours ago, service, summary, source. */
const changes = [
	[3, 'Checkout API', 'Deployed checkout 2.41', 'deploy.harborline.example'],
	[
		20,
		'Payments Gateway',
		'Raised the time limit for card authorisations to 8 s',
		'config.harborline.example',
	],
	[26, 'Data Pipeline', 'Moved the nightly load to 02:30 UTC', 'scheduler.harborline.example'],
	[50, 'Checkout API', 'Rolled back checkout 2.40', 'deploy.harborline.example'],
] as const;

/** What was changed lately. IDs are of a row of their own. */
export function seedChangeEvents(world: World): void {
	const ids = new IdSequence(20260902);
	for (const [hoursAgo, name, summary, source] of changes) {
		const id = ids.long();
		world.changeEvents.set(id, {
			id,
			serviceId: named(world.services, name).id,
			summary,
			source,
			timestamp: timestamp(new Date(world.clock.now().getTime() - hoursAgo * hour)),
			customDetails: { by: 'Maya Lindqvist' },
			links: [{ href: `https://deploy.harborline.example/${hoursAgo}`, text: 'Deployment' }],
			images: [],
		});
	}
}
