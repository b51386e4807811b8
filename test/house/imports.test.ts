import { circlesIn, importGraph } from './circles';
import { importsOf, spell } from './imports';
import { sources } from './sources';

/** What of its subscription a delivery has to do with: its secret, and how a lost one is recovered. */
const neededToReceive = ['webhook/subscription/store', 'webhook/subscription/secrets/recoverSecret'];

/**
 * Who may know whom; where a part of a room has its own line, that one holds. What stands in no list may not be
 * imported, and what is not listed may import nothing of the pack.
 */
const mayImport: Record<string, string[]> = {
	'.node.ts': ['engine', 'operations', 'fields', 'api', 'credentialTest', 'webhook', 'polling'],
	host: [],
	incidentFilters: ['incidentFilters', 'fields', 'api'],
	operations: ['operations', 'report', 'engine', 'fields', 'incidentLog', 'api'],
	report: [],
	'report/figures': ['report/figures', 'fields/responseTimes', 'incidentLog', 'api'],
	'report/content': ['report/content', 'report/document', 'report/figures', 'incidentLog'],
	'report/csv': ['report/csv', 'report/figures'],
	'report/html': ['report/html', 'report/document'],
	'report/pdf': ['report/pdf', 'report/document'],
	incidentLog: ['incidentLog', 'api'],
	engine: ['engine', 'fields', 'api'],
	fields: ['fields', 'api'],
	credentialTest: ['credentialTest', 'fields', 'api'],
	webhook: ['webhook', 'fields', 'api', 'host'],
	'webhook/form': ['webhook/form', 'webhook/host', 'incidentFilters', 'fields', 'api'],
	'webhook/subscription': [
		...['webhook/subscription', 'webhook/form', 'webhook/host', 'webhook/log'],
		...['fields', 'api', 'host'],
	],
	'webhook/delivery': [
		...['webhook/delivery', ...neededToReceive, 'webhook/host', 'webhook/log'],
		...['incidentFilters', 'fields/list', 'api', 'host'],
	],
	polling: ['polling', 'fields', 'api', 'host'],
	'polling/form': ['polling/form', 'incidentFilters', 'engine/input/moment', 'fields', 'api'],
	'polling/batches': ['polling/batches', 'api', 'host'],
	'polling/sources': [
		...['polling/sources', 'polling/batches', 'polling/form', 'incidentFilters', 'incidentLog'],
		...['fields', 'api'],
	],
	api: ['api'],
	credentials: ['credentials', 'fields', 'api'],
};

const PACKAGES = ['n8n-workflow', 'zod', 'node:crypto', 'crypto'];

/** The room that a path of the pack lies in, or the part of one that has rules of its own. */
function roomOf(path: string): string {
	const [, room = '', part = ''] = /^nodes\/PagerDuty\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? [];
	if (room === '') return path.startsWith('credentials/') ? 'credentials' : '.node.ts';
	return `${room}/${part}` in mayImport ? `${room}/${part}` : room;
}

describe('imports', () => {
	it('point one way: .node.ts → operations → engine → fields → api', async () => {
		const imports = importsOf(await sources('nodes', 'credentials')).filter(({ isPackage }) => !isPackage);

		const wrong = imports.filter(({ from, to }) => {
			const inside = to.replace(/^nodes\/PagerDuty\//, '');
			const allowed = mayImport[roomOf(from)] ?? [];
			return !allowed.some((room) => inside === room || inside.startsWith(`${room}/`));
		});

		expect(imports.length).toBeGreaterThan(0);
		expect(wrong.map(spell)).toEqual([]);
	});

	it('of packages are only what n8n gives and what is bundled', async () => {
		const imports = importsOf(await sources('nodes', 'credentials')).filter(({ isPackage }) => isPackage);

		expect(imports.length).toBeGreaterThan(0);
		expect(imports.filter(({ to }) => !PACKAGES.includes(to)).map(spell)).toEqual([]);
	});

	it('never join the pack and its stand-in: a stand-in that shares code with what it tests proves nothing', async () => {
		const imports = importsOf(await sources('nodes', 'credentials', 'sandbox'));
		const isSandbox = (path: string) => path === 'sandbox' || path.startsWith('sandbox/');
		const crossing = imports.filter(({ from, to, isPackage }) =>
			isSandbox(from) ? !isPackage && !isSandbox(to) : isSandbox(to),
		);

		expect(imports.some(({ from }) => isSandbox(from))).toBe(true);
		expect(crossing.map(spell)).toEqual([]);
	});

	it('never go round in a circle, not even those of types: files of a circle can only be understood all at once', async () => {
		const graph = importGraph(await sources('nodes', 'credentials', 'sandbox'));

		expect([...graph.values()].flat().length).toBeGreaterThan(0);
		expect(circlesIn(graph).map((circle) => circle.join(' ↔ '))).toEqual([]);
	});
});

describe('circles of imports', () => {
	const graphOf = (...arrows: string[]) => {
		const graph = new Map<string, string[]>();
		for (const [from = '', to = ''] of arrows.map((arrow) => arrow.split('→'))) {
			graph.set(to, graph.get(to) ?? []);
			graph.set(from, [...(graph.get(from) ?? []), to]);
		}
		return graph;
	};

	it('are found however long they are, and apart from one another', () => {
		expect(circlesIn(graphOf('a→b', 'b→a', 'c→d', 'd→e', 'e→c', 'b→c', 'f→f'))).toEqual([
			['a', 'b'],
			['c', 'd', 'e'],
			['f'],
		]);
	});

	it('are not what two files import alike, nor a file that one reaches in two ways', () => {
		expect(circlesIn(graphOf('a→b', 'a→c', 'b→d', 'c→d', 'd→e'))).toEqual([]);
	});
});
