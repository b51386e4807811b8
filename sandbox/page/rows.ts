import type { Account } from '../account';
import type { Delivery, Incident, Note, Subscription } from '../world/entities';
import type { World } from '../world/world';
import type { Alert } from '../world/alerts';
import type { OutageState } from '../outage/outage';
import { type Html, html } from './escape';
import { chatRow, mailRow } from './inboxRows';
import { linked } from './linked';
import { outageRow } from './outageRow';
import { serviceRow } from './serviceRow';
import { timeText } from './time';

/** One entry of a list on the page; `key` says which one it is when it changes. */
export interface Row {
	key: string;
	html: string;
}

const shownOpen = 100;
const shownDeliveries = 40;
const shownResolved = 40;
const shownAlerts = 10;
const shownMessages = 20;

/** The lists of the page, by the id of the element that shows each. */
type RowList =
	'outage' | 'open' | 'resolved' | 'chat' | 'mails' | 'services' | 'deliveries' | 'subscriptions';

/** What the lists of the page show now. */
export function pageRows({ world, inbox }: Account, outage: OutageState): Record<RowList, Row[]> {
	const newest = [...world.incidents.values()].sort(
		(a, b) => b.createdAt.localeCompare(a.createdAt) || b.number - a.number,
	);
	const incidents = (list: Incident[]) =>
		list.map((incident) => row(incident.id, incidentRow(world, incident)));
	return {
		outage: [row('outage', outageRow(outage))],
		services: [...world.services.values()].map((one) => row(one.id, serviceRow(world, one))),
		open: incidents(newest.filter(({ status }) => status !== 'resolved').slice(0, shownOpen)),
		resolved: incidents(newest.filter(({ status }) => status === 'resolved').slice(0, shownResolved)),
		deliveries: newestOf(world.deliveries, shownDeliveries).map((delivery) =>
			row(`${delivery.webhookId} ${delivery.attempt}`, deliveryRow(world, delivery)),
		),
		chat: newestOf(inbox.messages(), shownMessages).map((one) => row(one.id, chatRow(one))),
		mails: newestOf(inbox.mails(), shownMessages).map((one) => row(one.id, mailRow(one))),
		subscriptions: [...world.subscriptions.values()].map((one) => row(one.id, subscriptionRow(world, one))),
	};
}

/** The last ones of a list that is oldest first, newest first. */
const newestOf = <T>(list: readonly T[], count: number): T[] => list.slice(-count).reverse();

const row = (key: string, content: Html): Row => ({ key, html: content.text });

function incidentRow(world: World, incident: Incident): Html {
	const { id, status } = incident;
	const people = incident.assignments.map(({ userId }) => world.users.get(userId)?.name ?? userId);
	const priority = incident.priorityId && world.priorities.get(incident.priorityId)?.name;
	const [notes, alerts] = [world.notes.get(id) ?? [], world.alerts.get(id) ?? []];
	const button = (action: string, label: string) =>
		html`<button data-post="/incidents/${id}/${action}">${label}</button>`;
	return html`<article class="row ${status}" data-incident="${id}">
		<div class="head">
			<span class="title">#${incident.number} ${incident.title}</span>
			<span class="pill ${status}">${status}</span>
		</div>
		<div class="facts">
			<span>${world.services.get(incident.serviceId)?.name}</span>
			<span>${incident.urgency} urgency</span>
			${priority && html`<span>${priority}</span>`}
			<span>${people.length > 0 ? people.join(', ') : 'nobody assigned'}</span>
			<span>${timeText(incident.createdAt)}</span>
			<span class="mono">${id}</span>
		</div>
		${incident.details && html`<p class="text details">${linked(incident.details)}</p>`}
		${
			alerts.length > 0 &&
			html`<ul class="alerts">
				${alerts.slice(0, shownAlerts).map(alertItem)}
				${alerts.length > shownAlerts && html`<li>and ${alerts.length - shownAlerts} more</li>`}
			</ul>`
		}
		${
			notes.length > 0 &&
			html`<ul class="notes">
				${notes.map((note) => noteItem(world, note))}
			</ul>`
		}
		<div class="actions">
			${status === 'triggered' && button('acknowledge', 'Acknowledge')}
			${status !== 'resolved' && button('resolve', 'Resolve')}
			<form class="inline" data-post="/incidents/${id}/note">
				<input name="text" placeholder="Add a note" aria-label="Note on #${incident.number}" required />
				<button>Add note</button>
			</form>
		</div>
	</article>`;
}

const alertItem = ({ summary, severity, status }: Alert) =>
	html`<li class="${status}"><small>${severity}</small> ${summary} <small>${status}</small></li>`;

const noteItem = (world: World, note: Note) =>
	html`<li>
		<small>${world.users.get(note.userId)?.name} · ${timeText(note.createdAt)}</small>
		<span class="text">${note.content}</span>
	</li>`;

function deliveryRow(world: World, delivery: Delivery): Html {
	const answer = delivery.status ?? delivery.error ?? '…';
	const incident = delivery.incidentId === null ? undefined : world.incidents.get(delivery.incidentId);
	return html`<article class="row ${delivery.outcome}">
		<div class="head">
			<span class="title">${delivery.eventType}</span>
			<span class="pill ${delivery.outcome}">${delivery.outcome}</span>
		</div>
		<div class="facts">
			<span>answer ${answer}</span><span>attempt ${delivery.attempt}</span>
			<span>${delivery.durationMs} ms</span>
			${incident && html`<span>#${incident.number}</span>`}
			<span>to <span class="mono">${delivery.subscriptionId}</span></span>
			<span>${timeText(delivery.at)}</span>
		</div>
		<span class="sig mono" title="${delivery.signature}">${delivery.signature}</span>
	</article>`;
}

function subscriptionRow(world: World, subscription: Subscription): Html {
	const { filter } = subscription;
	const count = subscription.events.length;
	const named = filter.id && (world.services.get(filter.id) ?? world.teams.get(filter.id))?.name;
	const state = subscription.disabledUntil ? 'disabled' : subscription.active ? 'active' : 'inactive';
	const colour = state === 'active' ? 'active' : 'dropped';
	return html`<article class="row ${colour}">
		<div class="head">
			<span class="title">${subscription.description ?? subscription.id}</span>
			<span class="pill ${colour}">${state}</span>
		</div>
		<div class="facts">
			<span>${named ? `${filter.type.split('_')[0]} ${named}` : 'whole account'}</span>
			<span>${count === 1 ? '1 event type' : `${count} event types`}</span>
			<span class="mono">${subscription.id}</span>
			${subscription.secrets.length > 1 && html`<span>secret is being rotated</span>`}
		</div>
		<span class="sig mono" title="${subscription.url}">${subscription.url}</span>
	</article>`;
}
