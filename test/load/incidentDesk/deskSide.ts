import type { Sandbox } from '../../../sandbox';
import type { Incident } from '../../../sandbox/world/entities';
import type { Action, IncidentDesk } from '../../e2e/templates/incidentDesk';
import { pick, type Roll } from '../../support/dice';

const formsAtOnce = 4;

/** People at the desk, by chance. They do not wait for what they do to be done. */
export class DeskSide {
	private readonly underWay = new Set<Promise<unknown>>();
	private count = 0;

	constructor(
		private readonly desk: IncidentDesk,
		private readonly sandbox: Sandbox,
		private readonly roll: Roll,
		private readonly incidents: () => readonly Incident[],
	) {}

	/** Fills in one form. n8n may be killed meanwhile: then whoever sent it sees that, and it counts only if it is written down. */
	async change(): Promise<void> {
		this.count++;
		while (this.underWay.size >= formsAtOnce) await Promise.race(this.underWay);
		const sent = (this.roll(100) < 10 ? this.declare() : this.act()).catch(() => undefined);
		this.underWay.add(sent);
		void sent.then(() => this.underWay.delete(sent));
	}

	async done(): Promise<void> {
		await Promise.all(this.underWay);
	}

	private async declare(): Promise<unknown> {
		const names = this.sandbox.services().map(({ name }) => name);
		const services = [...new Set([pick(this.roll, names), pick(this.roll, names)])];
		const severity = pick(this.roll, ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
		return await this.desk.declare({ severity, title: `Declared ${this.count}`, services });
	}

	private async act(): Promise<unknown> {
		const { number: incident } = pick(this.roll, this.incidents().slice(-20));
		const value = pick(this.roll, ['production', 'staging', 'test']);
		const actions: Action[] = [
			{ incident, action: 'Acknowledge' },
			{ incident, action: 'Resolve', text: 'Solved at the desk' },
			{ incident, action: 'Write a note', text: `Seen at the desk ${this.count}` },
			{ incident, action: 'Write a note', text: `Seen at the desk ${this.count}` },
			{ incident, action: 'Set a custom field', field: 'environment', text: value },
		];
		return await this.desk.act(pick(this.roll, actions));
	}
}
