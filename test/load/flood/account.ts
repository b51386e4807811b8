import type { Delivery, Sandbox } from '../../../sandbox';

/** Event types of {@link happen}: four events about each incident, which PagerDuty delivers one after another. */
export const eventsOfALife = [
	'incident.triggered',
	'incident.acknowledged',
	'incident.annotated',
	'incident.resolved',
];

/** The lives of so many incidents, all at the same time. */
export function happen(sandbox: Sandbox, incidents: number, serviceId?: string): void {
	for (let count = 0; count < incidents; count++) {
		const { id } = sandbox.trigger({ serviceId });
		sandbox.acknowledge(id);
		sandbox.note(id, 'Looking');
		sandbox.resolve(id);
	}
}

/** The attempts that were answered with 200. */
export const answered = (sandbox: Sandbox): Delivery[] =>
	sandbox.deliveries().filter(({ outcome }) => outcome === 'delivered');
