/** One jest project a layer of tests: `npx jest --selectProjects unit node`. What each layer asks stands in CONTRIBUTING.md. */
const layer = (name, more = {}) => ({
	displayName: name,
	rootDir: __dirname,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	testEnvironment: 'node',
	// Not in the temp folder, which is a new one for each layer of `npm test`.
	cacheDirectory: `${__dirname}/node_modules/.cache/jest`,
	...more,
});

module.exports = {
	// Layers that drive a real n8n take as long as n8n does; a hung one still ends.
	testTimeout: 30_000,
	testSequencer: './scripts/test/longestFirst.cjs',
	projects: ['unit', 'node', 'contract', 'sandbox', 'clients', 'faults', 'house', 'e2e', 'load', 'bench'].map(
		(name) => layer(name),
	),
};
