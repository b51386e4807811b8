import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { describeBuilt } from './builtDescription';
import { lint } from './lint';

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
