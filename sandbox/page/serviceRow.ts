import { onCallsBetween } from '../schedules/onCalls';
import { statusOf } from '../services/status';
import type { Service } from '../world/entities';
import type { World } from '../world/world';
import { type Html, html } from './escape';

/** Who is on call now, level by level: `Maya Lindqvist · Tomás Herrera, Priya Raman`. */
function onCallNow(world: World, { policyId }: Service): string[] {
	const now = world.clock.now().getTime();
	const onCalls = onCallsBetween(world, now, now).filter((one) => one.policyId === policyId);
	return [...new Set(onCalls.map(({ level }) => level))].map((level) => {
		const ids = onCalls.filter((one) => one.level === level).map(({ userId }) => userId);
		return [...new Set(ids)].map((id) => world.users.get(id)?.name ?? id).join(', ');
	});
}

/** How a service is, and who is called for it, the first level first. */
export function serviceRow(world: World, service: Service): Html {
	const status = statusOf(world, service);
	const levels = onCallNow(world, service);
	return html`<article class="row ${status}">
		<div class="head">
			<span class="title">${service.name}</span>
			<span class="pill ${status}">${status}</span>
		</div>
		<div class="facts">
			<span>on call:</span>
			${levels.map((names, index) => html`<span>${index + 1}. ${names}</span>`)}
			${levels.length === 0 && html`<span>nobody</span>`}
		</div>
	</article>`;
}
