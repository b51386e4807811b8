import type { Account } from '../account';
import type { Sandbox } from '../control/sandbox';
import { htmlDocument } from './document';
import { Html, html } from './escape';
import { pageRows, type Row } from './rows';
import { script } from './script';

const rowList = (id: string, rows: Row[]): Html =>
	html`<div class="list" id="${id}">${rows.map((row) => keyed(row))}</div>`;

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
					<section>
						<h2>Open incidents</h2>
						${rowList('open', rows.open)}
					</section>
					<section>
						<details>
							<summary>Resolved incidents</summary>
							${rowList('resolved', rows.resolved)}
						</details>
					</section>
				</main>
				<aside>
					<section>
						<h2>Chat, newest first</h2>
						${rowList('chat', rows.chat)}
						<p class="empty">Nothing yet. Workflows send messages to <code>${url}/_sandbox/chat</code>.</p>
					</section>
					${
						mailPort !== undefined &&
						html`<section>
							<h2>Mail, newest first</h2>
							${rowList('mails', rows.mails)}
							<p class="empty">Nothing yet. Workflows send mail by SMTP to port <code>${mailPort}</code>.</p>
						</section>`
					}
					<section>
						<h2>Services</h2>
						${rowList('services', rows.services)}
					</section>
					<section>
						<h2>Webhook subscriptions</h2>
						${rowList('subscriptions', rows.subscriptions)}
						<p class="empty">None yet: publish (activate) a workflow with the PagerDuty Trigger.</p>
					</section>
					<section>
						<h2>Deliveries, newest first</h2>
						${rowList('deliveries', rows.deliveries)}
						<p class="empty">None yet: trigger an incident once there is a subscription.</p>
					</section>
				</aside>
			</div>
			<script>
				${new Html(script)};
			</script>
		</body>`,
	);
}
