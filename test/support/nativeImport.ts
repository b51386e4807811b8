import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, runInThisContext } from 'node:vm';

/**
 * Node's own `import`: Jest's runs no ES modules without a flag, and would load one anew for every test file.
 * Objects that come from there have the classes of the main context, so compare them with `toEqual`.
 */
const importInMainContext: (specifier: string) => Promise<unknown> = runInThisContext(
	'(specifier) => import(specifier)',
	{ importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
);

/**
 * Loads an ES module of this project.
 *
 * @param path from the top of the checkout, such as `scripts/host/index.mjs`
 */
export async function nativeImport<Module>(path: string): Promise<Module> {
	return (await importInMainContext(pathToFileURL(join(__dirname, '..', '..', path)).href)) as Module;
}
