import { nowOf } from '../../api/clock';
import { defineOperation } from '../../engine/operation';
import { withFiles } from '../../engine/files';
import { responseTimes } from '../../fields/responseTimes';
import { Calendar } from '../../report/figures/calendar';
import { figuresOf, figuresOfIncidents } from '../../report/figures';
import { filesOf } from './files';
import { files, filtersOfReport, noOfficeHours, officeHoursOf, optionsOfReport, rowsPerList } from './fields';
import { customSince, customUntil, endsTooEarly, period, rangeOf } from './period';
import { readIncidents } from './reading/incidents';
import { readLogs } from './reading/logs';
import { report } from './resource';
import { cutTo } from './rows';
import { rulesOf } from './rules';
import { selectionText } from './selection';

/**
 * operationId listIncidents, listLogEntries, listIncidentLogEntries · works on every plan, as PagerDuty's analytics do not.
 * Exact at any number; of each incident and log entry only a little is held.
 */
export const incidents = defineOperation({
	of: report,
	option: {
		name: 'Incidents',
		value: 'incidents',
		action: 'Report on the incidents of a period',
		description:
			'Make a report on the incidents of a period: how many by day, urgency, priority, service and team; times to acknowledge and to resolve; response times met and missed; escalations, interruptions and who had them. Returns one item with all figures, with files (HTML, CSV, PDF) if wanted.',
	},
	fields: [
		period,
		customSince,
		customUntil,
		responseTimes,
		files,
		rowsPerList,
		filtersOfReport,
		optionsOfReport,
	],
	conflict: (input) => endsTooEarly(input) ?? noOfficeHours(input),
	run: async (api, input, context) => {
		const { title = 'Incident Report', timeZone = context.timeZone, rowsPerList = Infinity } = input;
		const { teamIds, serviceIds, urgencies, priorityIds } = input;
		const range = rangeOf(input, timeZone, Date.now());
		const rules = rulesOf(input.responseTimes);
		const chosen = { teamIds, serviceIds, urgencies, priorityIds };
		const histories = await readIncidents(api, range, chosen, rules);
		const people = await readLogs(api, histories, range, teamIds);
		const data = { histories, people, responseTimes: rules };
		const office = officeHoursOf(input);
		const timeFrame = { ...range, now: nowOf(api), calendar: new Calendar(timeZone), office };
		const all = figuresOfIncidents(data, timeFrame);
		const figures = cutTo(rowsPerList, figuresOf(all, data, timeFrame));
		const heading = { title, logoUrl: input.logoUrl, selection: selectionText(chosen, histories) };
		const contents = { heading, figures, all, people, timeFrame, paper: input.paper ?? 'a4' };
		return withFiles({ title, ...figures }, filesOf(input.files ?? [], contents));
	},
});
