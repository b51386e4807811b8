import type { Incident } from '../../../sandbox/world/entities';
import { preloading } from '../../support/preloading';
import { openStage, type Stage } from '../stage';
import { openDesk, type IncidentDesk } from './incidentDesk';

/** The incident desk in an n8n of its own, and what both sides show. */
export interface DeskStage {
	readonly stage: Stage;
	readonly desk: IncidentDesk;
	/** Declares an incident. @returns what was opened in PagerDuty */
	declared(title: string, services?: string[], severity?: string): Promise<Incident[]>;
	/** Incidents in PagerDuty of that title. */
	titled(title: string): Incident[];
	/** Texts of the notes in PagerDuty. */
	notesOf(incidentId: string): string[];
	/** What the chat was told. */
	messages(): string[];
}

/**
 * Opens a desk for the tests of a file. What is scheduled runs when a test says so: five minutes that pass meanwhile
 * would tell the chat things twice.
 */
export function openDeskStage(): DeskStage {
	const stage = openStage('2.41', { env: { ...preloading('e2e/timePasses.mjs'), CLOCK_STANDS: 'true' } });
	let desk: IncidentDesk;
	beforeAll(async () => {
		desk = await openDesk(stage);
	});
	afterEach(() => stage.sandbox.recover());

	const titled = (title: string) => stage.sandbox.incidents().filter((incident) => incident.title === title);
	return {
		stage,
		get desk() {
			return desk;
		},
		async declared(title, services = ['Checkout API'], severity = 'SEV-1') {
			const page = await desk.declare({ severity, title, description: 'Since noon', services });
			expect(await desk.pageAt(page)).toContain('The incident is declared');
			await desk.quiet();
			return titled(title);
		},
		titled,
		notesOf: (id) => stage.sandbox.notes(id).map(({ content }) => content),
		messages: () => stage.sandbox.inbox.messages().map(({ text }) => text),
	};
}
