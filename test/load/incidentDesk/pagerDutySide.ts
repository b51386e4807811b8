import { sandboxKeys, type Sandbox } from '../../../sandbox';
import type { Incident } from '../../../sandbox/world/entities';
import { pick, type Roll } from '../../support/dice';

/** People who work in PagerDuty, by chance. */
export class PagerDutySide {
	/** Incidents that they opened. */
	readonly opened: string[] = [];
	/** Texts of their notes; no two are alike. */
	readonly notes: string[] = [];
	private count = 0;

	constructor(
		private readonly sandbox: Sandbox,
		private readonly roll: Roll,
		/** Those that the day is about. */
		private readonly incidents: () => readonly Incident[],
	) {}

	/** Does one thing to one incident, or opens one. */
	async change(): Promise<void> {
		this.count++;
		const isOpen = ({ status }: Incident) => status !== 'resolved';
		if (this.incidents().filter(isOpen).length < 5 || this.roll(100) < 12) return this.open();
		const incident = pick(this.roll, this.incidents().slice(-20));
		await pick(this.roll, isOpen(incident) ? this.whatOpenOnesGet : this.whatResolvedOnesGet)(incident);
	}

	private open(): void {
		const { id: serviceId } = pick(this.roll, this.sandbox.services());
		this.opened.push(this.sandbox.trigger({ serviceId, title: `Trouble ${this.count}` }).id);
	}

	private readonly note = ({ id }: Incident): void => {
		this.notes.push(this.sandbox.note(id, `Seen in PagerDuty ${this.count}`).content);
	};
	private readonly rename = ({ id }: Incident): void =>
		void this.sandbox.change(id, { title: `Trouble, renamed ${this.count}` });
	private readonly acknowledge = (incident: Incident): void =>
		incident.status === 'triggered' ? void this.sandbox.acknowledge(incident.id) : this.note(incident);
	private readonly resolve = ({ id }: Incident): void => void this.sandbox.resolve(id);
	private readonly reopen = ({ id }: Incident): void => void this.sandbox.change(id, { status: 'triggered' });
	private readonly escalate = ({ id }: Incident): void =>
		void this.sandbox.change(id, { escalationLevel: 1 + this.roll(2) });
	private readonly reassign = ({ id }: Incident): void =>
		void this.sandbox.change(id, { assigneeIds: [pick(this.roll, this.sandbox.users()).id] });
	private readonly rate = ({ id, urgency }: Incident): void =>
		void this.sandbox.change(id, { urgency: urgency === 'high' ? 'low' : 'high' });

	/** Fields are set through the API; while it is down, they stay as they are. */
	private readonly fill = async ({ id }: Incident): Promise<void> => {
		const value = pick(this.roll, ['production', 'staging', 'test']);
		await fetch(`${this.sandbox.url}/incidents/${id}/custom_fields/values`, {
			method: 'PUT',
			headers: {
				Authorization: `Token token=${sandboxKeys.account}`,
				Accept: 'application/json',
				'Content-Type': 'application/json',
			},
			body: JSON.stringify({ custom_fields: [{ name: 'environment', value }] }),
		});
	};

	private readonly whatOpenOnesGet = [
		this.acknowledge,
		this.acknowledge,
		this.note,
		this.note,
		this.resolve,
		this.escalate,
		this.reassign,
		this.rename,
		this.rate,
		this.fill,
	];
	private readonly whatResolvedOnesGet = [this.note, this.rename, this.reopen];
}
