import type { Scene } from './scene';

/** One thing that happens in an outage. */
export interface Act {
	/** Seconds since the story began, at normal speed. */
	readonly at: number;
	/** What people read about it. */
	readonly what: string;
	/** @throws LeftOut, or what PagerDuty's API would answer, where it cannot happen any more */
	play(scene: Scene): void;
}

/** Six minutes in which a deployment breaks the checkout of a shop, and people mend it. */
export const story: readonly Act[] = [
	{
		at: 0,
		what: 'Checkout 2.42 is deployed',
		play: (scene) => scene.deploy('Deployed checkout 2.42: new client for card payments', '2.42'),
	},
	{
		at: 20,
		what: 'An alert about slow answers opens an incident',
		play: (scene) =>
			scene.open('latency', 'Checkout latency above 3 s (p95)', { p95_ms: 3480, region: 'eu-west' }),
	},
	{
		at: 35,
		what: 'An alert about failed orders joins it',
		play: (scene) =>
			scene.alert('errors', 'Error rate above 5 % on POST /orders', 'error', { error_rate: 0.071 }),
	},
	{
		at: 50,
		what: 'An alert about a full connection pool joins it',
		play: (scene) =>
			scene.alert('pool', 'Connection pool of checkout is full', 'warning', { in_use: 200, waiting: 341 }),
	},
	{
		at: 80,
		what: 'Nobody has acknowledged: the incident escalates to the second level',
		play: (scene) => scene.escalate(),
	},
	{
		at: 105,
		what: 'The second level acknowledges',
		play: (scene) => scene.acknowledge(scene.second),
	},
	{
		at: 120,
		what: 'It becomes a P1',
		play: (scene) => scene.prioritize(scene.second, 'P1'),
	},
	{
		at: 135,
		what: 'A first note',
		play: (scene) =>
			scene.note(
				scene.second,
				'One order in fourteen fails. It began a few seconds after the deployment of checkout 2.42.',
			),
	},
	{
		at: 150,
		what: 'A payments engineer is asked for help',
		play: (scene) =>
			scene.askForHelp(scene.second, scene.colleague, 'Can you look at the new client for payments?'),
	},
	{ at: 170, what: 'The payments engineer joins', play: (scene) => scene.join(scene.colleague) },
	{
		at: 185,
		what: 'Stakeholders read a status update',
		play: (scene) =>
			scene.tellStakeholders(
				scene.second,
				'Some customers cannot pay at the moment. We know which change caused it and are taking it back.',
			),
	},
	{
		at: 215,
		what: 'A note about the cause',
		play: (scene) =>
			scene.note(
				scene.colleague,
				'The new client opens a connection for each payment and does not return it. Rolling back.',
			),
	},
	{
		at: 250,
		what: 'Checkout is rolled back to 2.41',
		play: (scene) => scene.deploy('Rolled back checkout to 2.41', '2.41'),
	},
	{ at: 280, what: 'The connection pool recovers', play: (scene) => scene.recover('pool') },
	{ at: 295, what: 'The error rate recovers', play: (scene) => scene.recover('errors') },
	{
		at: 315,
		what: 'A note that it works again',
		play: (scene) => scene.note(scene.second, 'Orders go through again. Watching the latency for a minute.'),
	},
	{
		at: 335,
		what: 'Stakeholders read that it is over',
		play: (scene) => scene.tellStakeholders(scene.second, 'Customers can pay again.'),
	},
	{
		at: 360,
		what: 'The incident is resolved',
		play: (scene) => scene.resolve(scene.second, 'Rolled back checkout to 2.41'),
	},
];
