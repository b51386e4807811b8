import type { Desk } from './desk';

/** Opens an incident as a person on the website does. */
export function openIncident({ sandbox }: Desk, title = 'Mail queue is growing') {
	const [service] = sandbox.services();
	return sandbox.trigger({ serviceId: service?.id, title, urgency: 'high' });
}
