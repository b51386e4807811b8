import type { Sandbox } from '../../../sandbox';
import { idNamed } from '../../support/idNamed';
import type { N8nVersion } from '../../support/n8nTypes';
import { openStage } from '../stage';
import { changeSettings, clicked } from './acting';

jest.setTimeout(240_000);

const day = 86_400_000;

const daysFromNow = (days: number) => new Date(Date.now() + days * day).toISOString().replace(/\.\d+Z$/, 'Z');

/** Puts an incident there that has not changed for so many days. */
function forgotten(
	sandbox: Sandbox,
	title: string,
	days: number,
	more: { snoozedUntil?: string; serviceId?: string } = {},
) {
	const at = daysFromNow(-days);
	const quiet = { createdAt: at, updatedAt: at, lastStatusChangeAt: at };
	const [incident] = sandbox.addIncidents(1, { title, urgency: 'low', ...quiet, ...more });
	if (!incident) throw new Error('No incident was added');
	return incident;
}

describe.each<N8nVersion>(['2.41', '1.123'])('workflows/quiet-night.json in n8n %s', (which) => {
	const stage = openStage(which);

	/** What the chat reads after an evening with the settings that a person has changed. */
	async function evening(settings: Record<string, unknown> = {}): Promise<string[]> {
		const { n8n, credentials, sandbox } = stage;
		sandbox.inbox.clear();
		const workflow = await n8n.importTemplate('quiet-night.json', credentials, sandbox);
		await changeSettings(stage, workflow, settings);
		await clicked(stage, workflow, 'Every evening');
		return sandbox.inbox.messages().map(({ text }) => text);
	}

	const isOpen = ({ id }: { id: string }) => stage.sandbox.incident(id)?.status !== 'resolved';

	it('tells in a dry run what it would resolve, then resolves just that, and nothing that lives', async () => {
		const { sandbox } = stage;
		const old = [
			forgotten(sandbox, 'Old <!channel> warning', 9),
			forgotten(sandbox, 'Older warning', 30),
		] as const;
		const alive = [
			forgotten(sandbox, 'Recent warning', 6),
			forgotten(sandbox, 'Snoozed warning', 9, { snoozedUntil: daysFromNow(30) }),
			forgotten(sandbox, 'Warning that came again', 9),
			sandbox.change(forgotten(sandbox, 'Urgent problem', 9).id, { urgency: 'high' }),
		] as const;
		sandbox.alert(alive[2].id, { key: 'again', summary: 'Once more' });

		const [dry, ...more] = await evening();
		expect(more).toEqual([]);
		expect(dry).toContain('Dry run: these incidents of low urgency have not changed for 7 days');
		expect(dry).toContain(`- #${old[1].number} Older warning (`);
		expect(dry).toContain('Old ‹!channel> warning');
		expect(old.every(isOpen)).toBe(true);

		expect(await evening({ dryRun: false })).toEqual([
			expect.stringContaining('which had not changed for 7 days (2):'),
		]);
		expect(old.some(isOpen)).toBe(false);
		expect(alive.every(isOpen)).toBe(true);
		for (const { id } of old)
			expect(sandbox.log(id).at(-1)).toMatchObject({
				kind: 'resolve',
				note: expect.stringContaining('nothing has happened here for days'),
			});

		expect(await evening({ dryRun: false })).toEqual([]);
	});

	it('looks at the chosen services only, tells what was refused or not read, and resolves while the chat is down', async () => {
		const { sandbox } = stage;
		const wiki = idNamed(sandbox.services(), 'Internal Wiki');
		const mine = forgotten(sandbox, 'Mine', 9, { serviceId: wiki });
		const other = forgotten(sandbox, 'Other', 9);
		const settings = { dryRun: false, serviceIds: wiki };

		sandbox.fail({ method: 'PUT', path: '/incidents', kind: 'status', status: 403, times: 9 });
		expect(await evening(settings)).toEqual([
			expect.stringContaining(
				`These incidents could not be read or resolved, and are still open (1):\n- #${mine.number} Mine`,
			),
		]);
		sandbox.recover();
		sandbox.fail({ path: `/incidents/${mine.id}/log_entries`, kind: 'status', status: 403 });
		expect(await evening(settings)).toEqual([
			expect.stringMatching(`and are still open \\(1\\):\n- #${mine.number} Mine: \\w`),
		]);
		expect(isOpen(mine)).toBe(true);
		expect(await evening({ ...settings, chatUrl: `${sandbox.url}/nobody` })).toEqual([]);
		expect(isOpen(mine)).toBe(false);
		expect(isOpen(other)).toBe(true);
	});
});
