import { serialize } from '../../../nodes/PagerDuty/api/serialize';

const nextTask = async () => await new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
	it('of one node come one after another, in order, also after one that failed', async () => {
		const done: string[] = [];
		const slow = serialize('node', async () => {
			await nextTask();
			done.push('slow');
			throw new Error('refused');
		});
		const quick = serialize('node', async () => done.push('quick'));
		await expect(slow).rejects.toThrow('refused');
		await quick;
		expect(done).toEqual(['slow', 'quick']);
	});

	it('of other nodes do not wait', async () => {
		let letGo = () => {};
		const first = serialize('one', async () => await new Promise<void>((resolve) => (letGo = resolve)));
		expect(await serialize('other', async () => 'at once')).toBe('at once');
		letGo();
		await first;
	});
});
