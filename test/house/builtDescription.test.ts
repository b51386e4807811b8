import type { ICredentialType } from 'n8n-workflow';

import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { describeBuilt, loadBuilt } from './builtDescription';
import { lint } from './lint';
import { fieldsOf, reservedNames } from './reservedNames';

describe('lint of the built descriptions', () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it('finds nothing in what n8n loads', async () => {
		const texts = describeBuilt(built);
		const { files, findings } = await lint({ texts });

		expect(findings).toEqual([]);
		expect(files).toEqual(texts.map(({ filePath }) => filePath));
	}, 120_000);

	it('would find a fault in a field that a function has made', async () => {
		const [text] = describeBuilt(built).filter(({ filePath }) => filePath.endsWith('/PagerDuty.node.ts'));
		const faulty = {
			filePath: '',
			...text,
			code: text?.code.replace("description: 'Max number", "description: 'max number") ?? '',
		};

		expect((await lint({ texts: [faulty] })).findings).toContainEqual(
			expect.stringMatching(/param-description-lowercase-first-char .*name: 'limit'/),
		);
	}, 60_000);
});

describe('what n8n loads', () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it("offers the API key to n8n's HTTP Request node: n8n copies own properties of a credential type, and looks for this one", () => {
		const copies = loadBuilt(built).map(({ type }) => ({ ...type }) as ICredentialType);
		const [token] = copies.filter(({ name }) => name === 'pagerDutyTokenApi');

		expect(token?.authenticate).toBeInstanceOf(Function);
	});

	it.each(reservedNames)(
		"has no field by a name that n8n uses for itself: of a $kind, '$name'",
		({ kind, name }) => {
			const named = loadBuilt(built)
				.filter(({ path }) => path.includes(`.${kind}.`))
				.flatMap(({ path, type }) =>
					fieldsOf(type)
						.filter((field) => field === name)
						.map(() => path),
				);

			expect(named).toEqual([]);
		},
	);

	it("fills no list of choices of a credential in: n8n's editor would show it empty, and save that", () => {
		const lists = loadBuilt(built)
			.filter(({ path }) => path.includes('.credentials.'))
			.flatMap(({ type }) => (type as ICredentialType).properties)
			.filter(({ type }) => type === 'multiOptions');

		expect(lists.map(({ name, default: filledIn }) => [name, filledIn])).toEqual([['appScopes', []]]);
	});
});
