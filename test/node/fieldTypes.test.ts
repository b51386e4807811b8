import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { path } from '../../nodes/PagerDuty/api/path';
import { post } from '../../nodes/PagerDuty/api/request';
import { defineOperation } from '../../nodes/PagerDuty/engine/operation';
import { notAgain } from '../../nodes/PagerDuty/engine/write/repeat';
import { field } from '../../nodes/PagerDuty/fields/field';
import { nodeWith, thing } from './nodeWith';
import { runNode } from './pagerDutyNode';
import { pagerDutyServer } from './pagerDutyServer';

/** An operation with fields of the types that no operation has yet. */
const operation = defineOperation({
	of: thing,
	option: { name: 'Create', value: 'create', action: 'Create a thing', description: 'Creates a thing' },
	fields: [
		field({ displayName: 'Details', name: 'details', type: 'json', default: '' }),
		field({
			displayName: 'Links',
			name: 'links',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [
				{
					displayName: 'Link',
					name: 'link',
					values: [
						{ displayName: 'Address', name: 'href', type: 'string', required: true, default: '' },
						{ displayName: 'Weight', name: 'weight', type: 'number', default: 1 },
						{
							displayName: 'Kind',
							name: 'kind',
							type: 'options',
							options: [
								{ name: 'Image', value: 'image' },
								{ name: 'Page', value: 'page' },
							],
							default: 'page',
						},
					],
				},
			],
		}),
		field({
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'resourceMapper',
			default: { mappingMode: 'defineBelow', value: null },
		}),
	],
	repeat: notAgain('A thing has no name'),
	request: ({ details, links, customFields }) => post(path`/things`, { details, links, customFields }),
});

const nodeTypes = nodeWith({ ...thing, operations: [operation] });

/** The body that is sent for these parameters. @throws the node's error */
async function bodyFor(parameters: INodeParameters, item: IDataObject = {}) {
	const requests = pagerDutyServer(() => ({ body: { thing: { id: 'PTHING1' } } }));
	const { error } = await runNode('thing.create', parameters, { items: [item], nodeTypes });
	if (error) throw error;
	return requests[0]?.body;
}

describe('JSON', () => {
	it.each<[string, unknown]>([
		['text', '{"disk": "db-1", "used": [0.9]}'],
		['an object of an expression', '={{ { disk: "db-1", used: [0.9] } }}'],
		['text of an expression', '={{ $json.details }}'],
	])('may come as %s', async (_, details) => {
		const item = { details: '{"disk": "db-1", "used": [0.9]}' };
		expect(await bodyFor({ details: details as string }, item)).toMatchObject({
			details: { disk: 'db-1', used: [0.9] },
		});
	});

	it.each(['{"disk": ', 'db-1', '4711'])('is refused when it is none: %s', async (details) => {
		await expect(bodyFor({ details })).rejects.toMatchObject({
			message: expect.stringContaining('"Details" must be JSON'),
		});
	});
});

describe('Rows of fields', () => {
	const rows = [{ href: 'https://example.com/1', weight: 2 }, { href: 'https://example.com/2' }];

	it('come as the form holds them', async () => {
		expect(await bodyFor({ links: { link: rows } })).toMatchObject({ links: rows });
	});

	it('may be numbers in text', async () => {
		const links = { link: [{ href: 'https://example.com/1', weight: '={{ "2" }}' }] };
		expect(await bodyFor({ links })).toMatchObject({ links: [{ weight: 2 }] });
	});

	it('may be left out', async () => {
		expect(await bodyFor({})).not.toHaveProperty('links');
	});

	it.each<[string, INodeParameters, string]>([
		[
			'lacks what is required',
			{ link: [{ href: '={{ $json.nothing }}' }] },
			'"Links" has a row without "Address"',
		],
		[
			'holds something else',
			{ link: [{ href: 'https://example.com', weight: 'heavy' }] },
			'"Links" has a row whose "Weight" must be a whole number',
		],
		[
			'holds what is no choice',
			{ link: [{ href: 'https://example.com', kind: '={{ "film" }}' }] },
			'"Links" has a row whose "Kind" must be one of image, page',
		],
	])('are refused where one %s', async (_, links, message) => {
		await expect(bodyFor({ links })).rejects.toMatchObject({ message });
	});
});

describe('A resource mapper', () => {
	it('gives what was filled in', async () => {
		const customFields = { mappingMode: 'defineBelow', value: { impact: 'high', seats: 3 } };
		expect(await bodyFor({ customFields })).toMatchObject({ customFields: { impact: 'high', seats: 3 } });
	});

	it('gives the fields of the item where it maps by itself', async () => {
		const customFields = { mappingMode: 'autoMapInputData', value: null };
		expect(await bodyFor({ customFields }, { impact: 'low' })).toMatchObject({
			customFields: { impact: 'low' },
		});
	});

	it('gives no fields of the item that are no columns, and none of the columns that were taken away', async () => {
		const column = { displayName: 'Column', required: false, defaultMatch: false, display: true };
		const schema = [
			{ ...column, id: 'impact' },
			{ ...column, id: 'seats', removed: true },
		];
		const customFields = { mappingMode: 'autoMapInputData', value: null, schema };
		const item = { impact: 'low', seats: 3, order: '4711' };
		expect((await bodyFor({ customFields }, item))?.customFields).toEqual({ impact: 'low' });
	});

	it('says nothing of columns that were left empty', async () => {
		const value = { impact: 'high', seats: null, region: '' };
		const body = await bodyFor({ customFields: { mappingMode: 'defineBelow', value } });
		expect(body?.customFields).toEqual({ impact: 'high' });
	});

	it('may have nothing but empty columns', async () => {
		const empty = { mappingMode: 'defineBelow', value: { impact: null } };
		expect(await bodyFor({ customFields: empty })).not.toHaveProperty('customFields');
	});

	it.each(['={{ { impact: "high" } }}', '{"impact": "high"}'])(
		'may be an object: %s',
		async (customFields) => {
			expect(await bodyFor({ customFields })).toMatchObject({ customFields: { impact: 'high' } });
		},
	);

	it('is refused when it is something else', async () => {
		await expect(bodyFor({ customFields: 'high' })).rejects.toMatchObject({
			message: '"Custom Fields" must hold fields with their values',
		});
	});
});
