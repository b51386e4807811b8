/**
 * `gulp build`: one self-contained CommonJS file a node and credential under dist/ (zod inside, so that the zod
 * of the host does not matter), and the PagerDuty sandbox as a program under build/.
 */
const { rm } = require('node:fs/promises');
const { existsSync } = require('node:fs');
const { dest, parallel, series, src } = require('gulp');
const esbuild = require('esbuild');

const base = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	// n8n's verification reads what is published: it stays readable.
	minify: false,
	charset: 'utf8',
	legalComments: 'inline',
	logLevel: 'warning',
};

const clean = () =>
	Promise.all(['dist', 'build/sandbox'].map((folder) => rm(folder, { recursive: true, force: true })));

/** n8n gives `n8n-workflow`; everything else that a node imports goes into its file. */
const packageCode = () =>
	esbuild.build({
		...base,
		entryPoints: ['credentials/*.credentials.ts', 'nodes/PagerDuty/*.node.ts'],
		outdir: 'dist',
		outbase: '.',
		external: ['n8n-workflow'],
	});

/** Icons and codex files lie beside the code that names them. No encoding: files are copied byte by byte. */
const packageFiles = () =>
	src(['nodes/PagerDuty/*.svg', 'nodes/PagerDuty/*.node.json', 'credentials/*.svg'], {
		base: '.',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest('dist'));

/** The sandbox runs from the checkout, so its packages stay in node_modules. */
const sandbox = async () => {
	if (!existsSync('sandbox/main.ts')) return;
	await esbuild.build({
		...base,
		entryPoints: ['sandbox/main.ts'],
		outfile: 'build/sandbox/main.js',
		packages: 'external',
	});
};

exports.clean = clean;
exports.sandbox = sandbox;
exports.build = series(clean, parallel(packageCode, packageFiles, sandbox));
exports.default = exports.build;
