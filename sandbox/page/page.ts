import type { Account } from '../account';
import type { Sandbox } from '../control/sandbox';
import { htmlDocument } from './document';
import { Html, html } from './escape';
import { pageRows, type Row } from './rows';
import { script } from './script';

const rowList = (id: string, rows: Row[]): Html =>
	html`<div class="list" id="${id}">${rows.map((row) => keyed(row))}</div>`;

/** A list under a heading, and what it says while it is empty. */
const section = (heading: string, id: string, rows: Row[], empty?: Html): Html =>
	html`<section>
		<h2>${heading}</h2>
		${rowList(id, rows)} ${empty && html`<p class="empty">${empty}</p>`}
	</section>`;

/** Marks a row as the script does, so that the first refresh leaves unchanged ones alone. */
const keyed = ({ key, html: text }: Row): Html =>
	new Html(text.replace('<article', html`<article data-key="${key}" data-html="${text}"`.text));

/** The page for people: incidents with buttons, subscriptions, live deliveries, and a link to the n8n beside it. */
export function page(account: Account, { url, outage, mailPort }: Sandbox, n8nUrl?: string): Html {
	const rows = pageRows(account, outage.state);
	const services = [...account.world.services.values()];
	return htmlDocument(
		'PagerDuty sandbox',
		html`<body>
			<header class="top">
				<div>
					<h1>PagerDuty sandbox</h1>
					<p>The account of Harborline, a company that does not exist. API at <code>${url}</code></p>
					${n8nUrl !== undefined && html`<a class="button" href="${n8nUrl}">Open n8n</a>`}
					<p id="problem" role="alert"></p>
				</div>
			</header>
			<div class="layout">
				<main>
					<section class="card">
						<h2>New incident</h2>
						<form class="new" data-post="/trigger">
							<input name="title" placeholder="What is wrong?" aria-label="Title" required />
							<select name="serviceId" aria-label="Service">
								${services.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
							</select>
							<select name="urgency" aria-label="Urgency">
								<option value="high">High</option>
								<option value="low">Low</option>
							</select>
							<button class="primary" id="trigger">Trigger</button>
						</form>
					</section>
					<section class="card">
						<h2>Outage</h2>
						${rowList('outage', rows.outage)}
					</section>
					${section('Open incidents', 'open', rows.open)}
					<section>
						<details>
							<summary>Resolved incidents</summary>
							${rowList('resolved', rows.resolved)}
						</details>
					</section>
				</main>
				<aside>
					${section(
						'Chat, newest first',
						'chat',
						rows.chat,
						html`Nothing yet. Workflows send messages to <code>${url}/_sandbox/chat</code>.`,
					)}
					${
						mailPort !== undefined &&
						section(
							'Mail, newest first',
							'mails',
							rows.mails,
							html`Nothing yet. Workflows send mail by SMTP to port <code>${mailPort}</code>.`,
						)
					}
					${section('Services', 'services', rows.services)}
					${section(
						'Webhook subscriptions',
						'subscriptions',
						rows.subscriptions,
						html`None yet: publish (activate) a workflow with the PagerDuty Trigger.`,
					)}
					${section(
						'Deliveries, newest first',
						'deliveries',
						rows.deliveries,
						html`None yet: trigger an incident once there is a subscription.`,
					)}
				</aside>
			</div>
			<script>
				${new Html(script)};
			</script>
		</body>`,
	);
}
