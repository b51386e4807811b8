import { sharedN8n } from '../support/n8n';
import type { N8nVersion } from '../support/n8nTypes';
import packageJson from '../../package.json';

jest.setTimeout(240_000);

/** The name that n8n gives to what a built file holds: `dist/nodes/PagerDuty/PagerDutyTrigger.node.js` → `pagerDutyTrigger`. */
const nameOf = (file: string) =>
	(file.split('/').at(-1)?.split('.')[0] ?? '').replace('PagerDuty', 'pagerDuty');

describe.each<N8nVersion>(['2.41', '1.123'])('n8n %s with the packed package', (which) => {
	it('offers every node that package.json names', async () => {
		const { client } = await sharedN8n(which);
		const offered = (await client.nodeTypes()).map(({ name }) => name);
		const ours = offered.filter((name) => /^n8n-nodes-pagerduty\..*(?<!Tool)$/.test(name));
		expect(ours.sort()).toEqual(
			packageJson.n8n.nodes.map((file) => `n8n-nodes-pagerduty.${nameOf(file)}`).sort(),
		);
	});

	it('offers every credential that package.json names', async () => {
		const { client } = await sharedN8n(which);
		const offered = (await client.credentialTypes()).map(({ name }) => name);
		const ours = packageJson.n8n.credentials.map(nameOf);
		expect(offered.filter((name) => ours.includes(name)).sort()).toEqual([...ours].sort());
	});

	it('offers the PagerDuty node to agents as a tool', async () => {
		const { client } = await sharedN8n(which);
		const offered = (await client.nodeTypes()).map(({ name }) => name);
		expect(offered).toContain('n8n-nodes-pagerduty.pagerDutyTool');
	});

	it("leaves n8n's built-in PagerDuty node and credentials in place", async () => {
		const { client } = await sharedN8n(which);
		const nodes = (await client.nodeTypes()).map(({ name }) => name);
		const credentials = (await client.credentialTypes()).map(({ name }) => name);
		expect(nodes).toContain('n8n-nodes-base.pagerDuty');
		expect(credentials).toEqual(expect.arrayContaining(['pagerDutyApi', 'pagerDutyOAuth2Api']));
	});
});
