import type { Incident, Sandbox } from '../../../sandbox';
import { dice, pick, type Roll } from '../../support/dice';
import { deaths, type Death, type PollingWorkflow } from '../../support/pollingWorkflow';
import { minute } from './pollingAtSandbox';

/** What happened in a simulated week besides the changes themselves. */
export interface Tally {
	polls: number;
	failedPolls: number;
	restarts: number;
	/** Of those, kills when a poll had found something, and between saving how far it read and storing the execution. */
	killedAtNews: number;
	killedBetween: number;
	/** Executions that n8n's database did not take. */
	notStored: number;
	lateRows: number;
	bursts: number;
}

/** The changes of one burst happen in one second, as PagerDuty's clock has no smaller step. */
const burst = 140;

/** n8n is killed there more often than elsewhere. */
const worst: Death = 'static data was saved';

/** A seeded week in an account: people work on incidents, and n8n, the network and PagerDuty have bad moments. */
export class Week {
	readonly tally: Tally = {
		polls: 0,
		failedPolls: 0,
		restarts: 0,
		killedAtNews: 0,
		killedBetween: 0,
		notStored: 0,
		lateRows: 0,
		bursts: 0,
	};
	private readonly roll: Roll;
	private passed = 0;

	constructor(
		private readonly sandbox: Sandbox,
		seed: number,
		private readonly begun: Date,
	) {
		this.roll = dice(seed);
	}

	/** The time by the sandbox's clock, in milliseconds since 1970. */
	now(): number {
		return this.begun.getTime() + this.passed;
	}

	/** All of it; the workflows are polled in turn. */
	async live(workflows: PollingWorkflow[]): Promise<void> {
		for (let turn = 0; this.passed < 7 * 86_400_000; turn++) {
			await this.goOn();
			const workflow = workflows[turn % workflows.length];
			if (workflow) await this.poll(workflow);
		}
	}

	/** Some minutes, with what happens in them. */
	private async goOn(): Promise<void> {
		if (this.roll(60) === 0) this.override();
		for (let part = 1 + this.roll(4); part > 0; part--) {
			await this.pass((1 + this.roll(600)) * 1000);
			const isBurst = this.roll(100) === 0;
			if (isBurst) this.tally.bursts++;
			for (let changes = isBurst ? burst : this.roll(4); changes > 0; changes--) this.change();
		}
	}

	private async pass(ms: number): Promise<void> {
		this.passed += ms;
		await this.sandbox.advance(ms);
	}

	/** One poll of a workflow, on a good or a bad day. */
	private async poll(workflow: PollingWorkflow): Promise<void> {
		this.tally.polls++;
		if (this.roll(6) === 0) this.trouble();
		if (this.roll(12) === 0) await this.restart(workflow);
		else if (this.roll(20) === 0) await this.pollInVain(workflow);
		else await workflow.poll().catch(this.failed);
	}

	/** A last poll, with nothing broken any more. */
	async catchUp(workflow: PollingWorkflow): Promise<void> {
		this.sandbox.recover();
		await workflow.poll();
	}

	private readonly failed = (): false => {
		this.tally.failedPolls++;
		return false;
	};

	private async pollInVain(workflow: PollingWorkflow): Promise<void> {
		if (await workflow.pollInVain().catch(this.failed)) this.tally.notStored++;
	}

	private killed(isBetween: boolean): void {
		this.tally.killedAtNews++;
		if (isBetween) this.tally.killedBetween++;
	}

	private async restart(workflow: PollingWorkflow): Promise<void> {
		this.tally.restarts++;
		const death = this.roll(4) > 0 && pick(this.roll, [...deaths, worst]);
		if (death && (await workflow.pollAndDie(death).catch(this.failed))) this.killed(death === worst);
		await this.pass(this.roll(90) * minute);
		for (let changes = this.roll(50); changes > 0; changes--) this.change();
		// n8n tries again when an activation fails.
		for (let active = false; !active;) active = await workflow.activate('init').then(() => true, this.failed);
	}

	private change(): void {
		const incidents = this.sandbox.incidents();
		const open = incidents.filter(({ status }) => status !== 'resolved');
		const some = open.length > 0 ? pick(this.roll, open) : undefined;
		if (!some || open.length < 5 || (open.length < 18 && this.roll(4) === 0)) {
			this.sandbox.trigger({ urgency: pick(this.roll, ['high', 'low']) });
		} else if (open.length > 15 || this.roll(4) === 0) {
			this.sandbox.resolve(some.id);
		} else {
			this.workOn(some);
		}
		const solved = this.roll(40) === 0 && incidents.findLast(({ status }) => status === 'resolved');
		if (solved) this.sandbox.change(solved.id, { status: 'triggered' });
	}

	private workOn({ id, status, urgency }: Incident): void {
		const user = pick(this.roll, this.sandbox.users()).id;
		switch (this.roll(7)) {
			case 0:
				return void this.sandbox.change(id, { assigneeIds: [user] });
			case 1:
				return void this.sandbox.change(id, { escalationLevel: 1 + this.roll(2) });
			case 2:
				return void this.sandbox.change(id, { urgency: urgency === 'high' ? 'low' : 'high' });
			case 3:
				return this.noteLate(id);
			case 4:
				return void this.sandbox.note(id, 'Looking into it');
			default:
				return void this.sandbox.change(id, {
					status: status === 'triggered' ? 'acknowledged' : 'triggered',
				});
		}
	}

	/** It shows up now, and says that it was there minutes ago. */
	private noteLate(id: string): void {
		const at = timestamp(Math.max(this.begun.getTime(), this.now() - this.roll(9 * 60) * 1000));
		this.tally.lateRows++;
		this.sandbox.note(id, 'Written on the train', undefined, at);
	}

	/** Somebody takes over for some hours. */
	private override(): void {
		const start = this.now() + this.roll(12 * 60) * minute;
		const end = start + (30 + this.roll(6 * 60)) * minute;
		const userId = pick(this.roll, this.sandbox.users()).id;
		const shift = { userId, start: timestamp(start), end: timestamp(end) };
		this.sandbox.override(pick(this.roll, this.sandbox.schedules()).id, shift);
	}

	private trouble(): void {
		const times = 1 + this.roll(7);
		this.sandbox.fail(
			pick(this.roll, [
				{ kind: 'status', status: 429, times },
				{ kind: 'status', status: 503, times },
				{ kind: 'status', status: 401 },
				{ kind: 'reset', times },
				{ kind: 'truncate', times },
				{ kind: 'body', body: '<html>Bad gateway</html>', times },
			] as const),
		);
	}
}

const timestamp = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
