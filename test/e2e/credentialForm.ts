import type { Locator, Page, Response } from 'playwright-core';

import { visitUntil } from './navigation';

/** What n8n calls a credential. */
export interface Stored {
	id: string;
	name: string;
}

/** The form of a credential that a person has opened in n8n's editor. */
export interface CredentialForm {
	/** All of it, banners included. */
	readonly dialog: Locator;
	fill(field: string, text: string): Promise<void>;
	/** Chooses from a dropdown. */
	choose(field: string, option: string): Promise<void>;
	/** Presses Save, and waits until n8n has stored it. */
	save(): Promise<Stored>;
	/** Waits until n8n shows that its test has succeeded. */
	tested(): Promise<void>;
	/** Signs in to PagerDuty in the window that Connect opens, and allows what n8n asks for. */
	connect(): Promise<URL>;
}

const part = (root: Page | Locator, id: string) => root.locator(`[data-test-id="${id}"]:visible`);

/** Opens the form of a new credential from the list of all credentials. */
export async function newCredential(page: Page, type: string): Promise<CredentialForm> {
	const types = part(page, 'new-credential-type-select');
	await visitUntil(types, 'home/credentials/create');
	await types.locator('input').fill(type);
	await part(page, 'new-credential-type-select-option').filter({ hasText: type }).first().click();
	await part(page, 'new-credential-type-button').click();
	const dialog = page.locator('[data-test-id="editCredential-modal"]');
	const input = (field: string) => part(dialog, `parameter-input-${field}`);
	await part(dialog, 'credential-save-button').waitFor();
	return {
		dialog,
		async fill(field, text) {
			await input(field).locator('input, textarea').first().fill(text);
		},
		async choose(field, option) {
			await input(field).click();
			await page.locator('[role="option"]:visible').filter({ hasText: option }).first().click();
		},
		async save() {
			const stored = page.waitForResponse(isStored);
			await part(dialog, 'credential-save-button').click();
			return ((await (await stored).json()) as { data: Stored }).data;
		},
		async tested() {
			await part(dialog, 'credentials-config-container-test-success').waitFor();
		},
		async connect() {
			// n8n 1.123, and 2.41.
			const button = part(dialog, 'oauth-connect-button').or(part(dialog, 'quick-connect-button'));
			const [consent] = await Promise.all([page.waitForEvent('popup'), button.click()]);
			await consent.locator('#allow').waitFor();
			const address = new URL(consent.url());
			await consent.locator('#allow').click();
			await part(dialog, 'oauth-connect-success-banner').waitFor();
			return address;
		},
	};
}

const isStored = (response: Response) =>
	/\/rest\/credentials(\/\w+)?$/.test(new URL(response.url()).pathname) &&
	['POST', 'PATCH'].includes(response.request().method());

/** Chooses a credential in the form of a node that is open. */
export async function chooseCredential(page: Page, name: string): Promise<void> {
	await part(page, 'node-credentials-select').first().click();
	await page.locator('[role="option"]:visible').filter({ hasText: name }).first().click();
}
