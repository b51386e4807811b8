import { together } from '../../../nodes/PagerDuty/api/together';

describe('requests that are under way together', () => {
	it('give their results in their order', async () => {
		const slow = new Promise<string>((resolve) => setTimeout(() => resolve('slow'), 5));
		expect(await together([slow, Promise.resolve(2)])).toEqual(['slow', 2]);
	});

	it('all end before the error of the first that failed is thrown', async () => {
		let ended = false;
		const slow = new Promise<void>((resolve) =>
			setTimeout(() => {
				ended = true;
				resolve();
			}, 5),
		);
		const failing = [Promise.reject(new Error('first')), slow, Promise.reject(new Error('second'))];
		await expect(together(failing)).rejects.toThrow('first');
		expect(ended).toBe(true);
	});
});
