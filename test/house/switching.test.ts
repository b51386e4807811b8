import type { INodeTypeDescription } from 'n8n-workflow';
import { formsOf, switches } from '../support/switchingPage';
import { loadBuilt } from './builtDescription';
import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';

describe('docs/switching.md', () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it('sends people to fields that the same operation of the PagerDuty node has', async () => {
		const node = loadBuilt(built).find(({ className }) => className === 'PagerDuty')!.type;
		const forms = formsOf(Reflect.get(node, 'description') as INodeTypeDescription);
		const named = (await switches()).flatMap(({ operation, rows }) =>
			rows.flatMap(([, ours]) => ours!.strong.map((field) => ({ operation, field }))),
		);

		expect(named.length).toBeGreaterThan(40);
		expect(named.filter(({ operation, field }) => !forms.get(operation)?.includes(field))).toEqual([]);
	});
});
