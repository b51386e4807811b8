import communityNodes from '@n8n/eslint-plugin-community-nodes';
import parser from '@typescript-eslint/parser';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';

/** What the package consists of: read by n8n's verification, so under n8n's own rules. */
const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const typescript = ['**/*.ts'];
const scripts = ['**/*.{js,mjs}'];

/** Names that plain scripts find in Node without an import. */
const nodeGlobals = Object.fromEntries(
	[
		...['AbortController', 'AbortSignal', 'Buffer', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'],
		...['clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'queueMicrotask'],
		...['setImmediate', 'setInterval', 'setTimeout', 'structuredClone'],
	].map((name) => [name, 'readonly']),
);

export default defineConfig(
	globalIgnores(['dist/', 'build/', 'coverage/', '.demo/', '.openapi/']),
	// A rule that is switched off beside the code is one that n8n's verification finds anyway.
	{ linterOptions: { noInlineConfig: true } },
	{ files: [...typescript, 'package.json'], languageOptions: { parser } },
	{ ...communityNodes.configs.recommended, files: [...published, 'package.json'] },
	{ files: [...published, 'package.json'], plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{ files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// Off in n8n's own scan too: this one is for the nodes in n8n's repository, whose documentation has short names.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			// Its successor, credential-password-field, knows more kinds of secrets.
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
			// It knows secrets by a list of names, and PagerDuty calls one of its secrets an integration key.
			'@n8n/community-nodes/credential-unnecessary-password': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// Off in n8n's own scan too: they know inputs and outputs only as the text 'main', not as NodeConnectionTypes.Main.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			// Off there too: PagerDuty does have maxima.
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
			'no-console': 'error',
		},
	},
	{
		files: [...typescript, ...scripts],
		languageOptions: { ecmaVersion: 'latest' },
		rules: {
			'no-async-promise-executor': 'error',
			'no-cond-assign': 'error',
			'no-constant-condition': 'error',
			'no-debugger': 'error',
			'no-dupe-else-if': 'error',
			'no-dupe-keys': 'error',
			'no-duplicate-case': 'error',
			'no-empty': 'error',
			'no-eval': 'error',
			'no-fallthrough': 'error',
			'no-implied-eval': 'error',
			'no-new-func': 'error',
			'no-self-assign': 'error',
			'no-self-compare': 'error',
			'no-template-curly-in-string': 'error',
			'no-throw-literal': 'error',
			'no-unmodified-loop-condition': 'error',
			'no-unreachable': 'error',
			'no-unsafe-finally': 'error',
			'no-unsafe-optional-chaining': 'error',
			'no-useless-catch': 'error',
			'no-useless-concat': 'error',
			'no-useless-escape': 'error',
			'no-useless-return': 'error',
			'no-var': 'error',
			'object-shorthand': 'error',
			'prefer-const': 'error',
			'use-isnan': 'error',
			'valid-typeof': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: typescript,
		rules: {
			// What quiets the compiler instead of answering it.
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSAnyKeyword', message: 'Name the type, or use `unknown` and check it.' },
				{
					selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
					message: 'A cast by way of `unknown` hides a wrong type: check the value instead.',
				},
			],
		},
	},
	{
		files: scripts,
		languageOptions: { globals: nodeGlobals },
		rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
	},
	{
		files: ['**/*.js'],
		languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly', __filename: 'readonly' } },
	},
);
