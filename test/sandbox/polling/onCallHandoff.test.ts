import { account, minute, polling } from './pollingAtSandbox';

/** All rotations of the sandbox change hands at midnight or at noon. */
const evening = new Date('2026-03-02T17:00:00Z');
beforeEach(() => account.start({ seed: 'empty', clock: { now: () => evening } }));
afterEach(account.close);

const sandbox = () => account.sandbox();
const hour = 60 * minute;
type Handoff = Record<'left' | 'came' | 'on_call', Array<{ name: string }>>;

function watching(schedule: string) {
	const found = sandbox()
		.schedules()
		.find(({ name }) => name === schedule);
	if (!found) throw new Error(`There is no schedule ${schedule}.`);
	return { id: found.id, workflow: polling({ source: 'onCallHandoff', scheduleIds: [found.id] }) };
}

/** `who left → who came` at a time. */
const told = ({ items }: ReturnType<typeof polling>) =>
	items.map(({ occurred_at, data }) => {
		const { left, came } = data as never as Handoff;
		const names = (people: Handoff['left']) => people.map(({ name }) => name).join(' & ') || 'nobody';
		return `${String(occurred_at).slice(8, 16)} ${names(left)} → ${names(came)}`;
	});

async function live(workflow: ReturnType<typeof polling>, hours: number) {
	for (let polls = 0; polls < hours; polls++) {
		await sandbox().advance(hour);
		await workflow.poll();
	}
}

describe('on-call handoffs', () => {
	it('say who left and who came, once, and who is on call now until when', async () => {
		const { id, workflow } = watching('Storefront Rotation');
		await workflow.activate();
		await live(workflow, 24);
		expect(told(workflow)).toEqual(['03T00:00 Maya Lindqvist → Tomás Herrera']);
		expect(workflow.items[0]).toMatchObject({
			event_type: 'oncall.handoff',
			data: {
				schedule: { id, summary: 'Storefront Rotation' },
				on_call: [{ email: 'tomas.herrera@harborline.example', end: '2026-03-04T00:00:00Z' }],
			},
		});
	});

	it('tell of gaps in which nobody is on call', async () => {
		const { workflow } = watching('Logistics Day Shift');
		await workflow.activate();
		await live(workflow, 24);
		expect(told(workflow)).toEqual(['02T18:00 Aisha Bello → nobody', '03T08:00 nobody → Daniel O’Connor']);
		expect(workflow.items[0]).toMatchObject({ data: { on_call: [] } });
	});

	it('that n8n slept through are given late, one by one', async () => {
		const { workflow } = watching('Platform Rotation');
		await workflow.activate();
		await sandbox().advance(36 * hour);
		await workflow.activate('init');
		expect(told(workflow)).toHaveLength(3);
		expect(told(workflow).map((line) => line.slice(0, 8))).toEqual(['03T00:00', '03T12:00', '04T00:00']);
	});

	it('show when somebody takes over for an hour', async () => {
		const { id, workflow } = watching('Storefront Rotation');
		await workflow.activate();
		const rachel =
			sandbox()
				.users()
				.find(({ name }) => name === 'Rachel Kim')?.id ?? '';
		sandbox().override(id, { userId: rachel, start: '2026-03-02T19:30:00Z', end: '2026-03-02T20:30:00Z' });
		await live(workflow, 5);
		expect(told(workflow)).toEqual([
			'02T19:30 Maya Lindqvist → Rachel Kim',
			'02T20:30 Rachel Kim → Maya Lindqvist',
		]);
	});

	it('show on a level of an escalation policy, where several people can be on call at once', async () => {
		const schedule = sandbox()
			.schedules()
			.find(({ name }) => name === 'Storefront Rotation');
		const policyId = schedule?.levels[0]?.policyId ?? '';
		const common = { source: 'onCallHandoff', onCallOf: 'escalationPolicy', escalationPolicyIds: [policyId] };
		const [second, first, all] = [2, 1, 0].map((escalationLevel) => polling({ ...common, escalationLevel }));
		for (const workflow of [second, first, all]) await workflow?.activate();
		await sandbox().advance(56 * hour);
		for (const workflow of [second, first, all]) await workflow?.poll();
		expect(first?.items).toEqual([]);
		expect(second?.items).toMatchObject([
			// Tomás stands on this level directly, too: he stays.
			{
				data: {
					escalation_level: 2,
					left: [{ name: 'Maya Lindqvist' }],
					came: [],
					on_call: [{ name: 'Tomás Herrera' }],
				},
			},
			{ data: { escalation_policy: { id: policyId }, left: [], came: [{ name: 'Priya Raman' }] } },
			{ data: { left: [{ name: 'Priya Raman' }], came: [{ name: 'Jonas Weber' }] } },
		]);
		expect(all?.items).toEqual(second?.items);
	});

	it('are not given for a schedule that was added just now', async () => {
		const { id, workflow } = watching('Storefront Rotation');
		await workflow.activate();
		await live(workflow, 8);
		const other =
			sandbox()
				.schedules()
				.find(({ name }) => name === 'Platform Rotation')?.id ?? '';
		workflow.setup.parameters.scheduleIds = [id, other];
		await workflow.activate('update');
		expect(workflow.items).toHaveLength(1);
		await live(workflow, 12);
		expect(told(workflow).map((line) => line.slice(0, 8))).toEqual(['03T00:00', '03T12:00']);
	});

	it('have an example at once: those who are on call now, as if they had just come', async () => {
		const { workflow } = watching('Storefront Rotation');
		expect(await workflow.fetchTestEvent()).toMatchObject([
			{ event_type: 'oncall.handoff', data: { left: [], came: [{ name: 'Maya Lindqvist' }] } },
		]);
	});

	it('need a level that is one: else nobody would seem to be on call', async () => {
		const parameters = {
			onCallOf: 'escalationPolicy',
			escalationPolicyIds: ['PABC123'],
			escalationLevel: 'two',
		};
		const workflow = polling({ source: 'onCallHandoff', ...parameters });
		await expect(workflow.activate()).rejects.toThrow('"Escalation Level" is not a whole number');
	});

	it('need something to watch: without it the workflow cannot be activated', async () => {
		const workflow = polling({ source: 'onCallHandoff', scheduleIds: [] });
		await expect(workflow.activate()).rejects.toThrow('No schedule is chosen');
	});
});
