import { isNote } from '../demo/templates.mjs';
import { pictureOf } from '../pictures/list.mjs';

/** What a person needs for nodes that ask for a credential, as n8n calls it. */
const CREDENTIALS = {
	pagerDutyTokenApi: 'a **PagerDuty Token API** credential',
	pagerDutyEventsApi: 'a **PagerDuty Events API** credential',
	smtp: 'an **SMTP** credential for mail',
	openAiApi: 'an **OpenAI** credential, or another chat model',
	httpBearerAuth: 'a **Bearer Auth** credential',
	httpHeaderAuth: 'a **Header Auth** credential',
};

const ONLY_IN_N8N_2 = /^n8n-nodes-base\.dataTable$|^@n8n\/|HitlTool$/;

/** What its title is without what all titles begin with. */
const titleOf = ({ name }) => {
	const title = name.replace(/^PagerDuty: /, '');
	return title[0].toUpperCase() + title.slice(1);
};

/** The anchor that GitHub gives a heading. */
const anchorOf = (title) =>
	title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(' ', '-');

/** The heading and the text of a note. */
function partsOf({ parameters: { content } }) {
	const [, level, heading, text] = /^(#+) (.+)\n([^]*)$/.exec(content) ?? [undefined, '', '', content];
	return { level: level.length, heading, text: text.trim() };
}

/** Notes from left to right. Those with a small heading label parts of the canvas, and are read there. */
function notesOf({ nodes }) {
	const [first, ...others] = nodes.filter(isNote);
	return {
		first: partsOf(first),
		others: others
			.sort((a, b) => a.position[0] - b.position[0])
			.map(partsOf)
			.filter(({ level }) => level <= 2),
	};
}

function needsOf({ nodes }) {
	const types = new Set(nodes.flatMap(({ credentials = {} }) => Object.keys(credentials)));
	const n8n2 = nodes.some(({ type }) => ONLY_IN_N8N_2.test(type));
	return [...(n8n2 ? ['n8n 2'] : []), ...[...types].map((type) => CREDENTIALS[type] ?? `\`${type}\``)];
}

/**
 * The page of all templates, from what their own notes say.
 *
 * @param {{ file: string, workflow: object }[]} templates
 * @returns {string} Markdown
 */
export const galleryPage = (templates) => templates.map(entryOf).join('\n\n');

function entryOf({ file, workflow }) {
	const { first, others } = notesOf(workflow);
	const title = titleOf(workflow);
	return [
		`## ${title}`,
		first.text,
		...others.map(({ heading, text }) => `**${heading}**\n\n${text}`),
		`**Needs:** ${needsOf(workflow).join(', ') || 'nothing'}. File: [${file}](../workflows/${file})`,
		`![The workflow in n8n](templates/${pictureOf(file)})`,
	].join('\n\n');
}

/**
 * The same in one row each, for README.
 *
 * @param {{ file: string, workflow: object }[]} templates
 * @returns {string[][]} cells: picture, name, first sentence
 */
export const galleryRows = (templates) =>
	templates.map(({ file, workflow }) => {
		const title = titleOf(workflow);
		const page = `docs/templates.md#${anchorOf(title)}`;
		return [
			`<a href="${page}"><img src="docs/templates/${pictureOf(file)}" alt="" width="280"></a>`,
			`[${title}](${page})`,
			sentenceOf(notesOf(workflow).first.text),
		];
	});

/** The first sentence, on one line. */
const sentenceOf = (text) =>
	/^[^]+?[.:](?=\s|$)/.exec(text)?.[0].replaceAll('\n', ' ').replace(/:$/, '.') ?? text;
