import '../../support/waits';
import { sandboxKeys } from '../../../sandbox';
import { account, minute, polling } from './pollingAtSandbox';

beforeEach(() => account.start({ seed: 'empty' }));
afterEach(account.close);

const sandbox = () => account.sandbox();
const events = ['incident.triggered', 'incident.acknowledged', 'incident.annotated'];
const typesOf = (items: object[]) => items.map((item) => Reflect.get(item, 'event_type'));

describe('a polling trigger', () => {
	it('cannot be activated with a wrong key, and says what is wrong', async () => {
		const workflow = polling({ events }, sandboxKeys.revoked);
		// n8n shows only the message of what fails while it activates a workflow.
		await expect(workflow.activate()).rejects.toThrow(
			/^Authentication failed\. .*check the key and the Region/,
		);
		expect(workflow.stored).toEqual({});
	});

	it.each(['incidentChanges', 'slaBreach', 'onCallHandoff'])(
		'with the source %s loses nothing when a poll fails, and the error is the one of PagerDuty',
		async (source) => {
			const [schedule] = sandbox().schedules();
			const workflow = polling({
				source,
				events: ['incident.triggered'],
				responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 30 }] },
				scheduleIds: [schedule?.id ?? ''],
			});
			await workflow.activate();
			sandbox().trigger();
			await sandbox().advance(24 * 60 * minute);
			sandbox().fail({ kind: 'status', status: 503, times: 100 });
			await expect(workflow.poll()).rejects.toThrow();
			expect(workflow.items).toEqual([]);
			sandbox().recover();
			await workflow.poll();
			await workflow.poll();
			expect(workflow.items).toHaveLength(1);
		},
	);

	it('gives what happened while n8n was down, and nothing again that it gave before', async () => {
		const workflow = polling({ events });
		await workflow.activate();
		const { id } = sandbox().trigger();
		await workflow.poll();
		sandbox().acknowledge(id);
		await sandbox().advance(3 * 24 * 60 * minute);
		await workflow.activate('init');
		await workflow.activate('init');
		expect(workflow.executions.map(typesOf)).toEqual([['incident.triggered'], ['incident.acknowledged']]);
	});

	it('begins at its activation also when n8n is killed before anything was given', async () => {
		sandbox().trigger({ title: 'Before' });
		const workflow = polling({ events: ['incident.triggered'] });
		await workflow.activate();
		sandbox().trigger({ title: 'While n8n was down' });
		await sandbox().advance(60 * minute);
		await workflow.activate('init');
		expect(workflow.items.map(({ data }) => Reflect.get(Object(data), 'title'))).toEqual([
			'While n8n was down',
		]);
	});

	it('gives a change that shows up minutes late', async () => {
		const workflow = polling({ events });
		await workflow.activate();
		const { id, createdAt } = sandbox().trigger();
		await sandbox().advance(9 * minute);
		sandbox().acknowledge(id);
		await workflow.poll();
		sandbox().note(id, 'Written on the train', undefined, createdAt);
		await workflow.poll();
		await workflow.poll();
		expect(workflow.executions.map(typesOf)).toEqual([
			['incident.triggered', 'incident.acknowledged'],
			['incident.annotated'],
		]);
	});

	it('gives nothing twice, and starts nothing for it, while one poll takes longer than the next one waits', async () => {
		const [workflow, other] = [polling({ events }), polling({ events })];
		await workflow.activate();
		await other.activate();
		sandbox().settings({ latencyMs: 200 });
		for (const given of [1, 2]) {
			sandbox().trigger();
			await Promise.all([workflow.poll(), workflow.poll(), other.poll(), workflow.poll()]);
			for (const { executions } of [workflow, other])
				expect(executions.map(typesOf)).toEqual(Array(given).fill(['incident.triggered']));
		}
		await workflow.poll();
		expect(workflow.executions).toHaveLength(2);
		expect(workflow.endedAtOnce).toBe(0);
	});

	it('gives more changes than PagerDuty lists at once, and remembers only those of the last minutes', async () => {
		const workflow = polling({ events: ['incident.triggered'] });
		await workflow.activate();
		await sandbox().advance(24 * 60 * minute * 8);
		sandbox().addIncidents(11_000);
		await workflow.poll();
		await workflow.poll();
		expect(new Set(workflow.items.map(({ id }) => id)).size).toBe(11_000);
		expect(workflow.items).toHaveLength(11_000);
		expect(JSON.stringify(workflow.stored).length).toBeLessThan(1_000);
	});
});
