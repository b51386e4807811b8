import { canvasPicture } from './canvas.mjs';
import { openBrowser, openPage, signIn } from './editor.mjs';
import { looksNow, looksThen, pictureOf } from './list.mjs';
import { small } from './small.mjs';
import { credentialPicture, demoPicture, outagePicture, triggerPicture } from './stories.mjs';

const FIRST = 'incident-context-note.json';

/**
 * Takes the pictures in the docs.
 *
 * @param {Awaited<ReturnType<typeof import('../demo/run.mjs').runDemo>>} demo
 * @param {{ chromium: string, only: string[], save: (name: string, content: Buffer | string) => Promise<void> }} options
 * `only` are files of templates; without any it takes all pictures
 */
export async function takePictures(demo, { chromium, only, save }) {
	const browser = await openBrowser(chromium);
	try {
		if (only.length === 0) await takeStories(browser, demo, save);
		await takeCanvases(browser, demo, only, save);
	} finally {
		// Before n8n ends, which takes its time while somebody looks at it.
		await browser.close();
	}
}

async function takeStories(browser, demo, save) {
	const { client, sandbox, workflows } = demo;
	const workflow = await client.workflows.get(workflows.find(({ file }) => file === FIRST).id);
	const page = await openPage(browser, { width: 760, height: 500 });
	const editor = await openPage(browser, { width: 760, height: 500 });
	await signIn(editor, demo);
	await save('demo.png', await small(await demoPicture(editor, page, { workflow, sandbox })));
	await editor.setViewportSize({ width: 1100, height: 640 });
	await save('trigger.png', await small(await triggerPicture(editor, workflow)));
	await editor.setViewportSize({ width: 1280, height: 720 });
	await save('credential.png', await small(await credentialPicture(editor, demo)));
	await page.setViewportSize({ width: 1280, height: 1200 });
	await save('outage.png', await small(await outagePicture(page, demo)));
}

async function takeCanvases(browser, demo, only, save) {
	const now = await looksNow();
	const wanted = only.length > 0 ? only : Object.keys(now);
	const page = await openPage(browser, { width: 1440, height: 1000, scale: 2 });
	await signIn(page, demo);
	const shown = Object.fromEntries(Object.entries(await looksThen()).filter(([file]) => now[file]));
	for (const file of wanted) {
		const { id } = demo.workflows.find((one) => one.file === file);
		const picture = await canvasPicture(page, await demo.client.workflows.get(id));
		await save(`templates/${pictureOf(file)}`, await small(picture));
		shown[file] = now[file];
		await save('templates/pictures.json', `${JSON.stringify(shown, Object.keys(now), '\t')}\n`);
	}
}
