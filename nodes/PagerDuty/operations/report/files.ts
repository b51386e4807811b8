import type { OutputFile } from '../../engine/files';
import { documentOf, type Heading } from '../../report/content';
import { incidentsCsv } from '../../report/csv/incidents';
import type { Figures } from '../../report/figures';
import type { IncidentFigures, Reckoning } from '../../report/figures/incident';
import { html } from '../../report/html';
import { pdf, type PdfOptions } from '../../report/pdf';

/** What files are made from. */
interface Contents {
	readonly heading: Heading;
	readonly figures: Figures;
	readonly all: readonly IncidentFigures[];
	/** The names of users, by their IDs. */
	readonly people: ReadonlyMap<string, string>;
	readonly reckoning: Reckoning;
	readonly paper: PdfOptions['paper'];
}

/** A kind of file. Its name is that of the binary property, and the end of the file's name. */
interface Kind {
	readonly mimeType: string;
	content(contents: Contents): OutputFile['content'];
}

const kinds = {
	csv: {
		mimeType: 'text/csv',
		content: ({ all, people, reckoning }) => incidentsCsv(all, people, reckoning.calendar),
	},
	html: {
		mimeType: 'text/html',
		content: ({ figures, reckoning, heading }) => html(documentOf(figures, reckoning.calendar, heading)),
	},
	pdf: {
		mimeType: 'application/pdf',
		content: ({ figures, reckoning, heading, paper }) =>
			pdf(documentOf(figures, reckoning.calendar, heading), {
				paper,
				created: new Date(reckoning.now),
			}),
	},
} satisfies Record<string, Kind>;

/** The files that were chosen, by the names of their binary properties. */
export const filesOf = (
	chosen: ReadonlyArray<keyof typeof kinds>,
	contents: Contents,
): Record<string, OutputFile> =>
	Object.fromEntries(
		chosen.map((name) => {
			const kind: Kind = kinds[name];
			const fileName = `${nameOf(contents)}.${name}`;
			return [name, { fileName, mimeType: kind.mimeType, content: kind.content(contents) }];
		}),
	);

/** As disks and mail programs take it: the title in plain letters, and the day on which the period begins. */
function nameOf({ heading: { title }, reckoning: { since, calendar } }: Contents): string {
	const plain = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.toLowerCase()
		.slice(0, 80);
	return `${plain || 'report'}-${calendar.at(since).day}`;
}
