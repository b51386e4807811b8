import type { OutputFile } from '../../engine/files';
import { documentOf, type Heading } from '../../report/content';
import { incidentsCsv } from '../../report/csv/incidents';
import type { ReportDocument } from '../../report/document';
import type { Figures } from '../../report/figures';
import type { IncidentFigures, TimeFrame } from '../../report/figures/incident';
import { html } from '../../report/html';
import { pdf, type PdfOptions } from '../../report/pdf';

/** What files are made from. */
interface Contents {
	readonly heading: Heading;
	readonly figures: Figures;
	readonly all: readonly IncidentFigures[];
	/** The names of users, by their IDs. */
	readonly people: ReadonlyMap<string, string>;
	readonly timeFrame: TimeFrame;
	readonly paper: PdfOptions['paper'];
}

/** A kind of file. Its name is that of the binary property, and the end of the file's name. */
interface Kind {
	readonly mimeType: string;
	content(contents: Contents, document: ReportDocument): OutputFile['content'];
}

const kinds = {
	csv: {
		mimeType: 'text/csv',
		content: ({ all, people, timeFrame }) => incidentsCsv(all, people, timeFrame.calendar),
	},
	html: {
		mimeType: 'text/html',
		content: (_, document) => html(document),
	},
	pdf: {
		mimeType: 'application/pdf',
		content: ({ timeFrame, paper }, document) => pdf(document, { paper, created: new Date(timeFrame.now) }),
	},
} satisfies Record<string, Kind>;

/** The files that were chosen, by the names of their binary properties. */
export const filesOf = (
	chosen: ReadonlyArray<keyof typeof kinds>,
	contents: Contents,
): Record<string, OutputFile> => {
	const { figures, heading, timeFrame } = contents;
	const document = documentOf(figures, timeFrame.calendar, heading);
	return Object.fromEntries(
		chosen.map((name) => {
			const kind: Kind = kinds[name];
			const fileName = `${nameOf(contents)}.${name}`;
			return [name, { fileName, mimeType: kind.mimeType, content: kind.content(contents, document) }];
		}),
	);
};

/** As disks and mail programs take it: the title in plain letters, and the day on which the period begins. */
function nameOf({ heading: { title }, timeFrame: { since, calendar } }: Contents): string {
	const plain = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.toLowerCase()
		.slice(0, 80);
	return `${plain || 'report'}-${calendar.at(since).day}`;
}
