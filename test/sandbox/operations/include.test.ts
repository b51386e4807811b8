import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sandboxKeys } from '../../../sandbox';
import { isInclude } from '../../../nodes/PagerDuty/fields/include';
import { resources } from '../../../nodes/PagerDuty/operations';
import { byId, openDesk, type Desk } from '../../support/operations/desk';

/** Every value of "Include" that an operation offers. */
const choices = resources.flatMap(({ option, operations }) =>
	operations.flatMap(({ option: { value: operation }, fields }) =>
		fields
			.flatMap(({ options = [] }) => options)
			.filter(isInclude)
			.flatMap(({ options }) => options)
			.map(({ value }) => ({ title: `${option.value}:${operation}`, value: String(value) })),
	),
);

async function firstPriorityId(url: string): Promise<string> {
	const answer = await fetch(`${url}/priorities`, {
		headers: {
			Authorization: `Token token=${sandboxKeys.account}`,
			Accept: 'application/vnd.pagerduty+json;version=2',
		},
	});
	const { priorities }: { priorities?: Array<{ id: string }> } = JSON.parse(await answer.text());
	return priorities?.[0]?.id ?? '';
}

/** An incident of which there is everything that can be included, and what finds it. */
async function example({ sandbox }: Desk): Promise<INodeParameters> {
	const [service] = sandbox.services();
	const incident = sandbox.trigger({
		serviceId: service?.id,
		priorityId: await firstPriorityId(sandbox.url),
	});
	sandbox.change(incident.id, { conferenceBridge: { conference_url: 'https://meet.example.com/room' } });
	sandbox.acknowledge(incident.id);
	sandbox.alert(incident.id, { key: 'queue', summary: 'Queue is long' });
	const [entry] = sandbox.log(incident.id);
	const [post] = sandbox.statusPagePosts();
	return {
		incidentId: byId(incident.id),
		logEntryId: byId(entry?.id ?? ''),
		serviceId: byId(service?.id ?? ''),
		userId: byId(sandbox.users()[0]?.id ?? ''),
		email: sandbox.users()[0]?.email ?? '',
		teamId: byId(sandbox.teams()[0]?.id ?? ''),
		maintenanceWindowId: byId(sandbox.maintenanceWindows()[0]?.id ?? ''),
		incidentTypeId: byId('major_incident'),
		since: new Date(Date.now() - 3_600_000).toISOString(),
		until: new Date(Date.now() + 3_600_000).toISOString(),
		escalationPolicyId: byId(sandbox.escalationPolicies()[0]?.id ?? ''),
		filters: { scheduleIds: [sandbox.schedules()[0]?.id ?? ''] },
		statusPageId: byId(post?.pageId ?? ''),
		postId: byId(post?.id ?? ''),
		limit: 100,
	};
}

/** Keys of an account are nobody's, and one operation asks whose the key is. */
const asMaya = { credential: { apiToken: sandboxKeys.user } };

describe('what was asked for with Include', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	it('is offered by every operation that reads what refers to other things that can be had in full', () => {
		expect(new Set(choices.map(({ title }) => title))).toEqual(
			new Set([
				'escalationPolicy:get',
				'escalationPolicy:getAll',
				'incident:get',
				'incident:getAll',
				'incidentAlert:getAll',
				'logEntry:get',
				'logEntry:getAll',
				'incidentTypeField:getAll',
				'incidentWorkflow:getAll',
				'maintenanceWindow:get',
				'maintenanceWindow:getAll',
				'notification:getAll',
				'onCall:getAll',
				'service:get',
				'service:getAll',
				'statusPagePost:get',
				'user:get',
				'team:getMembers',
				'user:getAll',
				'user:getByEmail',
				'user:getMe',
				'user:getNotificationRules',
			]),
		);
	});

	it.each(choices)('is there although $title simplifies: $value', async ({ title, value }) => {
		const parameters = await example(desk);
		const read = async (more: INodeParameters): Promise<IDataObject> =>
			(await desk.read(title, { ...parameters, ...more }, asMaya)).at(-1) ?? {};
		const include = { options: { include: [value] } };
		const short = await read({ simplify: false });
		const full = await read({ ...include, simplify: false });
		const simplified = await read(include);
		const brought = Object.keys(full).filter(
			(name) => JSON.stringify(full[name]) !== JSON.stringify(short[name]),
		);

		expect(brought).not.toEqual([]);
		for (const name of brought) expect(leaves(simplified[name])).toEqual(leaves(full[name]));
	});
});

/** All values in an object, but for addresses in the API and types, which Simplify may take away. */
function leaves(value: unknown, place = ''): string[] {
	if (typeof value !== 'object' || value === null) return [`${place} ${String(value)}`];
	return Object.entries(value)
		.filter(([name]) => name !== 'self' && name !== 'type')
		.flatMap(([name, inner]) => leaves(inner, `${place}.${name}`));
}
