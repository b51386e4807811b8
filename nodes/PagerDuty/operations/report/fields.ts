import { z } from 'zod';

import { field } from '../../fields/field';
import { multiSelect } from '../../fields/multiSelect';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { filters, options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { timeZone } from '../../fields/time';
import { urgencies } from '../../fields/urgency';

export const filtersOfReport = {
	...filters(
		multiSelect({
			name: 'priorityIds',
			noun: 'Priority',
			description: 'Only incidents with one of these priorities',
			load: 'loadPriorities',
		}),
		serviceIds,
		teamIds,
		urgencies,
	),
	description: 'Which incidents of the period the report is about. Without filters, all of them.',
};

export const files = field({
	displayName: 'Files',
	name: 'files',
	type: 'multiOptions',
	options: [
		{
			name: 'CSV',
			value: 'csv',
			description: 'Every incident in a row, for a spreadsheet. In the binary property "csv".',
		},
		{
			name: 'HTML',
			value: 'html',
			description: 'The report with charts, for a browser or an email. In the binary property "html".',
		},
		{
			name: 'PDF',
			value: 'pdf',
			description: 'The report with charts, to print or to attach to an email. In the binary property "pdf".',
		},
	],
	default: ['html'],
	// An agent reads the figures, and cannot read files.
	toolDefault: [],
	description: 'Which files to make besides the figures',
});

export const rowsPerList = field({
	displayName: 'Max Rows per List',
	name: 'rowsPerList',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 500,
	// A model reads every row, and pays for it.
	toolDefault: 10,
	description:
		'How many rows each list in the output and in the report has at most: services, teams, people, titles, missed response times. Figures count all incidents in any case, and the CSV file has all of them.',
});

const clockTime = (name: string, displayName: string, preset: string, description: string) =>
	({
		displayName,
		name,
		type: 'string',
		default: preset,
		placeholder: `e.g. ${preset}`,
		description,
		check: z
			.string()
			.regex(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time of day. Write it like 08:30')
			.transform((text) => {
				const [hours = 0, minutes = 0] = text.split(':').map(Number);
				return hours * 60 + minutes;
			}),
	}) as const;

export const optionsOfReport = options(
	field({
		displayName: 'Logo URL',
		name: 'logoUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com/logo.png',
		description:
			'Address of a picture for the head of the HTML file. It is loaded by whoever opens the file; without it, the file loads nothing.',
		check: z
			.string()
			.url('is not an address. It starts with https://')
			.startsWith('https://', 'must start with https://'),
	}),
	field({
		displayName: 'Office Days',
		name: 'officeDays',
		type: 'multiOptions',
		options: [
			{ name: 'Friday', value: 'friday' },
			{ name: 'Monday', value: 'monday' },
			{ name: 'Saturday', value: 'saturday' },
			{ name: 'Sunday', value: 'sunday' },
			{ name: 'Thursday', value: 'thursday' },
			{ name: 'Tuesday', value: 'tuesday' },
			{ name: 'Wednesday', value: 'wednesday' },
		],
		default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
		description:
			'Days on which an interruption in office hours counts as in hours. Monday to Friday, if left out.',
	}),
	field(clockTime('officeEnd', 'Office Hours End', '18:00', 'When office hours end. 18:00, if left out.')),
	field(
		clockTime('officeStart', 'Office Hours Start', '08:00', 'When office hours begin. 08:00, if left out.'),
	),
	field({
		displayName: 'Paper Size',
		name: 'paper',
		type: 'options',
		options: [
			{ name: 'A4', value: 'a4' },
			{ name: 'Letter', value: 'letter' },
		],
		default: 'a4',
		description: 'Of the PDF file. A4, if left out.',
	}),
	parallelRequests,
	{
		...timeZone,
		description:
			'The time zone in which days and hours are counted and times are written. Without it, the one of the workflow.',
	},
	field({
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acme: Incidents in October',
		description:
			'What stands above the report and in the names of its files. "Incident Report", if left out.',
	}),
);

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What the form says about office hours. */
interface Office {
	readonly officeDays?: readonly string[];
	/** In minutes since midnight. */
	readonly officeStart?: number;
	readonly officeEnd?: number;
}

/** Office hours as figures go by them: PagerDuty's, where the form says nothing else. */
export const officeHoursOf = ({ officeDays, officeStart = 8 * 60, officeEnd = 18 * 60 }: Office) => ({
	start: officeStart,
	end: officeEnd,
	weekdays: (officeDays ?? weekdays.slice(0, 5)).map((day) => weekdays.indexOf(day) + 1),
});

/** Finds office hours that end before they begin. */
export const noOfficeHours = (office: Office) => {
	const { start, end } = officeHoursOf(office);
	return start < end ? undefined : { field: 'officeEnd', message: 'must be later than Office Hours Start' };
};
