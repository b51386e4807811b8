import { loadBuilt } from './builtDescription';
import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';

/** A text of a form, and what it belongs to. */
interface FormText {
	readonly place: string;
	readonly text: string;
	readonly isNotice: boolean;
}

/** Everything that people read in the forms of nodes and credentials. */
function textsIn(value: unknown, place: string): FormText[] {
	if (typeof value !== 'object' || value === null) return [];
	const isNotice = Reflect.get(value, 'type') === 'notice';
	const name = Reflect.get(value, 'name');
	const here = typeof name === 'string' ? `${place} ${name}` : place;
	return Object.entries(value).flatMap(([key, inner]) =>
		/^(displayName|description|hint|placeholder|activationMessage|eventTriggerDescription)$/.test(key) &&
		typeof inner === 'string'
			? [{ place: here, text: inner, isNotice: isNotice && key === 'displayName' }]
			: textsIn(inner, here),
	);
}

describe('what people read in the forms', () => {
	let built: BuiltPackage;
	let texts: FormText[];
	beforeAll(async () => {
		built = await unpackBuiltPackage();
		texts = loadBuilt(built).flatMap(({ className, type }) => textsIn(type, className));
	}, 60_000);
	afterAll(() => built?.remove());

	it('is there: hundreds of texts, some of them notices', () => {
		expect(texts.length).toBeGreaterThan(200);
		expect(texts.filter(({ isNotice }) => isNotice).length).toBeGreaterThan(0);
	});

	it('has no HTML in notices but links and lists, which n8n shows; it takes everything else out', () => {
		const notices = texts.filter(({ isNotice }) => isNotice);
		const wrong = notices.filter(({ text }) => /<(?!\/?(?:a|ul|li)\b)/.test(text));
		expect(wrong).toEqual([]);
	});

	it('writes "a user" and "a URL", as they are spoken', () => {
		expect(texts.filter(({ text }) => /\ban (?:user|url)\b/i.test(text))).toEqual([]);
	});

	it('speaks of publishing wherever it speaks of activating, as n8n 2 calls it', () => {
		const old = texts.filter(({ text }) => /\bactivat(?!ion key)/i.test(text) && !/publish/i.test(text));
		expect(old).toEqual([]);
	});
});
