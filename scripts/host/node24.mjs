import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { Advice } from './advice.mjs';
import { command } from './command.mjs';
import { installOnce } from './installOnce.mjs';
import { withProgress } from './progress.mjs';

const VERSION = '24.21.0';

/**
 * The platform's own package rather than `node`, which fetches it by an install script: npm may be told not to
 * run scripts, and only the platform's package brings the headers that native modules are built with.
 */
function packageName() {
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	return `${prefix}-${process.platform}-${process.arch}`;
}

/**
 * n8n 2.41 needs Node 24: the Node that runs this script when it is one, else one from the npm registry.
 *
 * @returns {Promise<string>} the folder in which `node` lies, to be put first in PATH
 * @throws {Advice} when it cannot be had for this machine
 */
export async function ensureNode24() {
	if (process.versions.node.startsWith('24.')) return dirname(process.execPath);
	const name = packageName();
	const folder = await installOnce(`node-${VERSION}-${process.platform}-${process.arch}`, (part) =>
		withProgress(
			`Installing Node ${VERSION} (this machine has ${process.version}; it stays as it is)`,
			async () => {
				await writeFile(join(part, 'package.json'), '{ "private": true }\n');
				await command(
					'npm',
					['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${VERSION}`],
					{
						cwd: part,
						advice:
							'Check the network, or install Node 24 yourself (https://nodejs.org) and run this again with it.',
					},
				);
				await command(join(part, 'node_modules', name, 'bin', 'node'), ['--version'], {
					advice: 'This machine cannot run it: install Node 24 yourself (https://nodejs.org).',
				});
			},
		),
	);
	return join(folder, 'node_modules', name, 'bin');
}

/**
 * The environment in which Node 24 is the `node` that every program finds, npm and its scripts included.
 *
 * @param {string} nodeBin the folder from ensureNode24
 * @returns {NodeJS.ProcessEnv}
 */
export function node24Environment(nodeBin) {
	const root = dirname(nodeBin);
	const headers = existsSync(join(root, 'include', 'node', 'node.h'));
	// Without this a native module would be built with the headers that npm's settings name: those of another Node.
	return {
		...process.env,
		PATH: `${nodeBin}${delimiter}${process.env.PATH}`,
		...(headers && { npm_config_nodedir: root }),
	};
}

/** @throws {Advice} when this script itself runs on a Node or a system that it is not made for */
export function requireNode20() {
	if (process.platform === 'win32') {
		throw new Advice('On Windows this runs inside WSL (https://learn.microsoft.com/windows/wsl).');
	}
	if (Number(process.versions.node.split('.')[0]) >= 20) return;
	throw new Advice(
		`This needs Node 20 or newer; this is ${process.version}. Get one from https://nodejs.org.`,
	);
}
