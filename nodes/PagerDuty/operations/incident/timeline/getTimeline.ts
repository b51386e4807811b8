import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { one } from '../../../api/shape';
import { together } from '../../../api/together';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { parallelRequests } from '../../../fields/parallelRequests';
import { simplify } from '../../../fields/simplify';
import { timeZone } from '../../../fields/time';
import { incident } from '../resource';
import { logEntriesOf } from './entries';
import { figuresOf } from './figures';
import { simpleRow, timelineOf } from './rows';
import { storyOf } from './story';

/** operationId getIncident, listIncidentLogEntries · the log is read to its end. */
export const getTimeline = defineOperation({
	of: incident,
	option: {
		name: 'Get Timeline',
		value: 'getTimeline',
		action: 'Get the timeline of an incident',
		description:
			'Get the whole story of an incident, oldest first: when, who, what, and how long after the start. Returns rows, the same as text (Markdown), and the times to acknowledge and to resolve. Use it for a review or a report; for somebody who has just been paged, Get Context says more.',
	},
	fields: [incidentId, simplify, options(parallelRequests, timeZone)],
	simple: [
		'incident',
		'timeline',
		'text',
		'seconds_to_first_ack',
		'seconds_to_resolve',
		'escalation_count',
		'reassignment_count',
	],
	parts: { incident: incident.simple, timeline: simpleRow },
	run: async (api, { incidentId, timeZone }) => {
		const [found, entries] = await together([
			one(api, get(path`/incidents/${incidentId}`), 'incident'),
			logEntriesOf(api, incidentId, { timeZone }),
		]);
		const timeline = timelineOf(found, entries);
		const figures = figuresOf(found, timeline);
		return { incident: found, timeline, text: storyOf(found, timeline, figures), ...figures };
	},
});
