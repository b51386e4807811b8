import { path } from '../../../nodes/PagerDuty/api/path';
import { get } from '../../../nodes/PagerDuty/api/request';
import { defineOperation, type ResourceFacts } from '../../../nodes/PagerDuty/engine/operation';
import { returnAll } from '../../../nodes/PagerDuty/fields/paging';

const of: ResourceFacts = {
	option: { name: 'Thing', value: 'thing', description: 'A thing' },
	scope: 'things',
	one: 'thing',
	list: 'things',
	simple: ['id'],
};
const option = { name: 'Get', value: 'get', action: 'Get a thing', description: 'Read one thing' };
const request = () => get(path`/things`);

describe('The answer of an operation', () => {
	it('is one object of its resource', () => {
		expect(defineOperation({ of, option, fields: [], request }).answer).toEqual({ one: 'thing' });
	});

	it('is the list of its resource where its form asks how many', () => {
		const { answer } = defineOperation({ of, option, fields: [returnAll], request });
		expect(answer).toEqual({ list: 'things', paging: 'offset' });
	});

	it('is the list that it names, also where its form does not ask how many', () => {
		const list = { list: 'parts', paging: 'none' } as const;
		expect(defineOperation({ of, option, fields: [], request, answer: list }).answer).toEqual(list);
	});
});
