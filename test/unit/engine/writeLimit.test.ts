import type { IExecuteFunctions } from 'n8n-workflow';

import { countWrite } from '../../../nodes/PagerDuty/engine/write/writeLimit';

/** n8n in an execution of its own. */
const execution = () => {
	const context = {};
	const host: Partial<IExecuteFunctions> = { getContext: () => context };
	return host as IExecuteFunctions;
};

describe('the limit of writes in an execution', () => {
	it('counts an item once, also when it comes again because its credential could not be read', () => {
		const host = execution();
		const [first, second] = [{}, {}];
		for (const item of [first, first, second, second, first]) countWrite(host, item, 1, 2);
		expect(() => countWrite(host, {}, 1, 2)).toThrow('has made the 2 changes that it may make');
		expect(() => countWrite(host, first, 1, 2)).not.toThrow();
	});

	it('begins anew with each execution, and is none where none is set', () => {
		countWrite(execution(), {}, 1, 1);
		const host = execution();
		for (let item = 0; item < 20; item++) countWrite(host, {}, 1, undefined);
		expect(() => countWrite(host, {}, 1, 20)).toThrow('has made the 20 changes');
	});
});
