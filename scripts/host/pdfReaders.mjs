import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { findProgram, installDebianPackage } from './debian.mjs';
import { withFileLock } from './fileLock.mjs';

/** Programs that read PDF, and the Debian packages that bring them. */
const PACKAGES = {
	pdftotext: 'poppler-utils',
	pdfinfo: 'poppler-utils',
	pdftoppm: 'poppler-utils',
	qpdf: 'qpdf',
};

/**
 * Programs that nobody here wrote read the reports that the package writes: those that are there, else Debian's.
 *
 * @returns {Promise<Record<keyof typeof PACKAGES, string>>} where each program is
 * @throws {Advice} when one cannot be had
 */
export async function ensurePdfReaders() {
	if (missing().length > 0) {
		// Of two test files that want them at once, apt-get would refuse the second.
		await withFileLock(join(cacheFolder(), 'pdf-readers.lock'), install);
	}
	if (missing().length > 0) {
		throw new Advice(`The tests of PDF need ${missing().join(', ')}. Install poppler-utils and qpdf.`);
	}
	return Object.fromEntries(Object.keys(PACKAGES).map((name) => [name, findProgram(name)]));
}

const missing = () => Object.keys(PACKAGES).filter((name) => !findProgram(name));

async function install() {
	for (const name of new Set(missing().map((program) => PACKAGES[program]))) {
		await installDebianPackage(name, 'for the tests of PDF');
	}
}
