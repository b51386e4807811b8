import type { readAsN8n } from './n8nRequest';
import type { TriggerSetup } from './triggerWorkflow';

/** What a person set up, and how n8n's process fares. */
export interface TriggerOptions extends TriggerSetup {
	/** What n8n was told to be reachable as; by default the address that really serves. */
	webhookUrl?: string;
	/** How n8n reads a delivery. */
	reads?: typeof readAsN8n;
	/** Called before an execution is stored: as slow or as broken as a database may be. */
	beforeStoring?: () => Promise<void> | void;
	/** Called when an execution is stored and has begun, and PagerDuty has no answer yet. */
	beforeAnswering?: () => Promise<void> | void;
}
