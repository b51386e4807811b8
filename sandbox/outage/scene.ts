import type { Account } from '../account';
import * as drive from '../control/incidents';
import { invalidInput } from '../errors';
import { alertEvent, changeEvent, parse } from '../events/eventInput';
import { receive, receiveChange } from '../events/receive';
import { changeRouting } from '../incidents/changeRouting';
import { stepOf } from '../incidents/step';
import { publishStatusUpdate } from '../incidents/statusUpdate';
import type { Incident, Service, User } from '../world/entities';

const serviceName = 'Checkout API';
const source = 'monitoring.harborline.example';

/** Why a step of the story was left out: somebody else was faster, or the incident is gone. */
export class LeftOut extends Error {}

/** Where an outage is played: a service, its people, and the keys of this performance's alerts. */
export class Scene {
	private readonly service: Service;
	/** Who is on the second level of the service's escalation policy. */
	readonly second: User;
	/** Somebody of the team whom the policy does not call. */
	readonly colleague: User;
	/** Set once the first alert has opened it. */
	incidentId: string | undefined;

	/**
	 * @param performance makes the dedup keys of one performance differ from those of all others
	 * @throws 400 where the account lacks the service or the people
	 */
	constructor(
		private readonly account: Account,
		private readonly performance: string,
	) {
		const { services, policies, users } = account.world;
		const service = [...services.values()].find(({ name }) => name === serviceName);
		const called = policies.get(service?.policyId ?? '')?.rules.flatMap(({ userIds }) => userIds) ?? [];
		const second = users.get(called[1] ?? '');
		const colleague = [...users.values()].find(
			({ id, teamIds }) => !called.includes(id) && teamIds.some((team) => service?.teamIds.includes(team)),
		);
		if (!service || !second || !colleague)
			throw invalidInput(`The outage needs the service "${serviceName}" and three people of its team`);
		this.service = service;
		this.second = second;
		this.colleague = colleague;
	}

	/** A deployment reports itself through the Events API. */
	deploy(summary: string, version: string): void {
		const event = parse(
			changeEvent,
			{
				routing_key: this.service.integration.key,
				payload: { summary, source: 'deploy.harborline.example', custom_details: { version } },
				links: [{ href: `https://deploy.harborline.example/checkout/${version}`, text: 'Deployment' }],
			},
			true,
		);
		receiveChange(this.account, this.service, event);
	}

	/** The first alert comes through the Events API and opens the incident. */
	open(key: string, summary: string, details: Record<string, unknown>): void {
		const dedup_key = this.keyOf(key);
		this.event('trigger', dedup_key, {
			payload: { summary, source, severity: 'critical', custom_details: details },
			links: [{ href: `https://${source}/checkout`, text: 'Dashboard' }],
		});
		this.incidentId = this.account.world.openIncidentByKey(this.service.id, dedup_key)?.id;
		if (this.incidentId === undefined)
			throw new LeftOut(`No incident was opened: ${serviceName} is in maintenance`);
	}

	/** Another alert, which PagerDuty's grouping adds to the open incident. */
	alert(key: string, summary: string, severity: 'error' | 'warning', details: Record<string, unknown>): void {
		const { id } = this.unresolved();
		drive.alert(this.account, id, { key: this.keyOf(key), summary, severity, details });
	}

	/** Monitoring says that a problem is over. */
	recover(key: string): void {
		this.unresolved();
		this.event('resolve', this.keyOf(key));
	}

	/** What PagerDuty does by itself when nobody acknowledges in time. */
	escalate(): void {
		const { world, publisher } = this.account;
		const incident = this.triggered();
		const agent = { type: 'service', id: this.service.id } as const;
		const how = { change: { escalationLevel: 2 }, channel: { type: 'timeout' } };
		const step = stepOf(world, incident, agent, publisher.incident.bind(publisher), how);
		changeRouting(step);
		incident.updatedAt = step.at;
		this.account.changed();
	}

	acknowledge(user: User): void {
		drive.change(this.account, this.triggered().id, { status: 'acknowledged' }, user.id);
	}

	prioritize(user: User, name: string): void {
		const priority = [...this.account.world.priorities.values()].find((one) => one.name === name);
		drive.change(this.account, this.unresolved().id, { priorityId: priority?.id }, user.id);
	}

	note(user: User, text: string): void {
		drive.note(this.account, this.incident().id, text, user.id);
	}

	askForHelp(user: User, asked: User, message: string): void {
		drive.requestHelp(this.account, this.unresolved().id, user.id, message, [asked.id]);
	}

	join(user: User): void {
		drive.replyToRequest(this.account, this.unresolved().id, user.id, 'joined');
	}

	tellStakeholders(user: User, message: string): void {
		publishStatusUpdate(this.account, this.incident(), user.id, { message });
	}

	resolve(user: User, resolution: string): void {
		drive.change(this.account, this.unresolved().id, { status: 'resolved', resolution }, user.id);
	}

	private event(event_action: 'trigger' | 'resolve', dedup_key: string, more: object = {}): void {
		const { key: routing_key } = this.service.integration;
		receive(
			this.account,
			this.service,
			parse(alertEvent, { routing_key, event_action, dedup_key, ...more }, true),
		);
	}

	private incident(): Incident {
		const incident = this.account.world.incidents.get(this.incidentId ?? '');
		if (!incident) throw new LeftOut('There is no incident');
		return incident;
	}

	private unresolved(): Incident {
		const incident = this.incident();
		if (incident.status === 'resolved') throw new LeftOut('The incident was resolved before');
		return incident;
	}

	private triggered(): Incident {
		const incident = this.unresolved();
		if (incident.status !== 'triggered') throw new LeftOut('The incident was acknowledged before');
		return incident;
	}

	private readonly keyOf = (key: string) => `checkout-${key}-${this.performance}`;
}
