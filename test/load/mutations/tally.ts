import type { Answer } from './send';

/** The words that the PagerDuty Trigger answers with; n8n's own answers have others. */
const ours = [
	'X-PagerDuty-Signature is missing, or fits no signing secret',
	'X-PagerDuty-Signature is missing: this is the action',
	'This n8n has no signing secret',
	'This n8n has lost the signing secret',
	'This n8n could not read the body',
	'This is not an event',
	'The test event arrived',
	'This event',
	'An earlier attempt',
];

/** Whether the node gave this answer, and not n8n before or behind it. */
export const isOurs = ({ body }: Answer) => ours.some((words) => body.includes(words));

/** What n8n, or Node's HTTP server in front of it, refuses before the node is asked. */
const reasons: Readonly<Record<number, string>> = {
	204: 'OPTIONS',
	400: 'no proper HTTP, or a form that cannot be read',
	404: 'another method or address',
	422: 'a body that is not of its content type',
	431: 'headers that are too long',
	500: 'a body that cannot be unpacked, a method or an address that n8n fails at',
};

const byN8n = ({ status }: Answer) =>
	status === 0
		? 'nothing: the connection was closed'
		: `${status} by n8n itself (${reasons[status] ?? 'unexplained'})`;

/** What was signed, and taken before. */
export const isReplay = (kind: string) => kind.startsWith('replay: ');

const isGenuine = (kind: string) => kind.startsWith('genuine');

/** Which kinds of delivery were answered how. */
export class Tally {
	private readonly answers: Array<{ kind: string; answer: Answer }> = [];

	count(kind: string, answer: Answer): void {
		this.answers.push({ kind, answer });
	}

	get total(): number {
		return this.answers.length;
	}

	/** How many kinds of forgery there were. */
	get sorts(): number {
		return this.kindsWith(() => true).length;
	}

	statusesOf(kind: string): string[] {
		return sorted(
			this.answers.filter((each) => each.kind === kind).map(({ answer }) => String(answer.status)),
		);
	}

	/** The forgeries, by kind, that met an answer of some sort. */
	kindsWith(matches: (answer: Answer) => boolean): string[] {
		return sorted(
			this.answers.flatMap(({ kind, answer }) => (!isGenuine(kind) && matches(answer) ? [kind] : [])),
		);
	}

	/** Forgeries that got a success for an answer; OPTIONS is a question that n8n answers by itself. */
	acceptedForgeries(): string[] {
		return this.kindsWith(({ status }) => status >= 200 && status < 300).filter(
			(kind) => kind !== 'address: OPTIONS' && !isReplay(kind),
		);
	}

	/** What replays were told. PagerDuty signed them and gets a success, however often it sends one. */
	answersToReplays(): string[] {
		return sorted(
			this.answers.flatMap(({ kind, answer }) => (isReplay(kind) ? [`${answer.status} ${answer.body}`] : [])),
		);
	}

	/** Figures: how many forgeries got which answer, from whom. */
	byAnswer(): Record<string, number> {
		const figures: Record<string, number> = {};
		for (const { kind, answer } of this.answers) {
			if (isGenuine(kind)) continue;
			const byUs = `${answer.status} by the node${isReplay(kind) ? ' (a replay of what was taken before)' : ''}`;
			const name = `Answered with ${isOurs(answer) ? byUs : byN8n(answer)}`;
			figures[name] = (figures[name] ?? 0) + 1;
		}
		return Object.fromEntries(Object.entries(figures).sort(([, one], [, other]) => other - one));
	}
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();
