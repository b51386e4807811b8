import type { Account } from '../account';
import { ErrorAnswer, invalidInput } from '../errors';
import { LeftOut, Scene } from './scene';
import { story, type Act } from './story';

/** How far an outage has come. */
export interface OutageState {
	status: 'idle' | 'playing' | 'stopped' | 'over';
	/** How many times faster than a clock: 1 takes six minutes. */
	speed: number;
	/** By the sandbox's clock; null before the first one. */
	startedAt: string | null;
	/** The incident that it opened. */
	incidentId: string | null;
	steps: Array<{
		/** Seconds since the beginning, at normal speed. */
		at: number;
		what: string;
		/** `leftOut`: it could not happen any more, for the reason in `why`. */
		status: 'ahead' | 'done' | 'leftOut';
		why?: string;
	}>;
}

/** Plays an outage by the sandbox's clock, one at a time and as often as wanted. */
export class Outage {
	private current: OutageState = freshState('idle', 1);
	private stopping = new AbortController();

	constructor(private readonly account: Account) {}

	get state(): OutageState {
		return this.current;
	}

	/**
	 * Begins the story. What happens first has happened when this returns; the rest follows by itself.
	 *
	 * @param speed how many times faster than a clock: 6 takes a minute
	 * @throws 400 while one is being played, or where the account has no service to play it on
	 */
	play({ speed = 6 }: { speed?: number } = {}): OutageState {
		if (this.current.status === 'playing') throw invalidInput('An outage is being played: stop it first');
		const { world, clock } = this.account;
		const scene = new Scene(this.account, world.ids.next('', 8).toLowerCase());
		const state = freshState('playing', speed);
		state.startedAt = world.now();
		this.current = state;
		this.stopping = new AbortController();
		void this.run(state, scene, clock.now().getTime(), this.stopping.signal);
		return state;
	}

	/** Nothing more happens. What has happened stays: the incident can be worked on. */
	stop(): OutageState {
		this.stopping.abort();
		if (this.current.status === 'playing') this.current.status = 'stopped';
		this.account.changed();
		return this.current;
	}

	/** Stops, and forgets that there was one. */
	reset(): void {
		this.stop();
		this.current = freshState('idle', 1);
	}

	private async run(state: OutageState, scene: Scene, start: number, signal: AbortSignal): Promise<void> {
		const { clock, pauses } = this.account;
		for (const [index, act] of story.entries()) {
			// By the moment it is due, so that late steps make no later ones late.
			const due = start + (act.at * 1_000) / state.speed;
			const left = () => due - clock.now().getTime();
			for (let wait = left(); wait > 0 && !signal.aborted; wait = left()) await pauses.pause(wait, signal);
			if (signal.aborted) return;
			Object.assign(state.steps[index] ?? {}, perform(act, scene));
			state.incidentId = scene.incidentId ?? null;
			this.account.changed();
		}
		state.status = 'over';
		this.account.changed();
	}
}

/** Whoever watches may do something to the incident as well: what cannot happen any more is left out. */
function perform(act: Act, scene: Scene): Pick<OutageState['steps'][number], 'status' | 'why'> {
	try {
		act.play(scene);
		return { status: 'done' };
	} catch (error) {
		if (error instanceof LeftOut || error instanceof ErrorAnswer)
			return { status: 'leftOut', why: error.message };
		throw error;
	}
}

const freshState = (status: OutageState['status'], speed: number): OutageState => ({
	status,
	speed,
	startedAt: null,
	incidentId: null,
	steps: story.map(({ at, what }) => ({ at, what, status: 'ahead' })),
});
