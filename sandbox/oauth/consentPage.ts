import { htmlDocument } from '../page/document';
import { type Html, html } from '../page/escape';

export interface Consent {
	/** Parameters of the authorization request, sent again with the answer. */
	request: Record<string, string>;
	scopes: string[];
	users: Array<{ id: string; name: string }>;
}

/** What a person sees who is asked to let the app act for them. */
export const consentPage = ({ request, scopes, users }: Consent): Html =>
	htmlDocument(
		'Authorize the app',
		html`<body class="narrow">
			<main class="card">
				<h1>Authorize the app?</h1>
				<p>An app asks to use the sandbox account <strong>harborline</strong> in your name.</p>
				<ul class="scopes">
					${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
				</ul>
				<form method="post" action="/oauth/authorize">
					${Object.entries(request).map(
						([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
					)}
					<label
						>Sign in as
						<select name="user_id">
							${users.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
						</select>
					</label>
					<p class="actions">
						<button class="primary" name="decision" value="allow" id="allow">Authorize</button>
						<button name="decision" value="deny" id="deny">Cancel</button>
					</p>
				</form>
			</main>
		</body>`,
	);
