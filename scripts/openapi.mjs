/** `npm run openapi`: fetches PagerDuty's OpenAPI documents, which the contract tests compare with. They are not ours to pass on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice, runMain } from './host/advice.mjs';
import { projectFolder, requireNode20 } from './host/index.mjs';

const SOURCE = 'https://raw.githubusercontent.com/PagerDuty/api-schema/main/reference';
const DOCUMENTS = {
	'rest-openapi.json': `${SOURCE}/REST/openapiv3.json`,
	'events-v2-openapi.json': `${SOURCE}/events-v2/openapiv3.json`,
};

async function fetchDocument(url) {
	const byHand = `Download it by hand into ${join(projectFolder, '.openapi')}, or try again later.`;
	const response = await fetch(url).catch((error) => {
		throw new Advice(`${url} cannot be reached (${error.cause?.message ?? error.message}). ${byHand}`);
	});
	if (!response.ok) throw new Advice(`${url} answered ${response.status}. ${byHand}`);
	const text = await response.text();
	try {
		if (JSON.parse(text).openapi) return text;
	} catch {
		// Said below: not JSON and not OpenAPI are the same to whoever reads it.
	}
	throw new Advice(`${url} is not an OpenAPI document (any more). ${byHand}`);
}

await runMain(async () => {
	requireNode20();
	const folder = join(projectFolder, '.openapi');
	const fetched = await Promise.all(
		Object.entries(DOCUMENTS).map(async ([name, url]) => ({ name, text: await fetchDocument(url) })),
	);
	await mkdir(folder, { recursive: true });
	for (const { name, text } of fetched) {
		await writeFile(join(folder, name), text);
		console.log(`.openapi/${name} is PagerDuty's newest.`);
	}
});
