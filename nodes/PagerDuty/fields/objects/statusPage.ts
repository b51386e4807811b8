import type { IDataObject } from 'n8n-workflow';

import { path, type Path } from '../../api/path';
import { loadIn, searchIn } from '../childPicker';
import { required } from '../field';
import { byId, locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { search, type Source } from '../picker';

const scopes = ['status_pages.read'];

/** PagerDuty gives all status pages at once, as it does with all that belongs to one. */
export const searchStatusPages = search({
	request: () => ({ method: 'GET', path: path`/status_pages` }),
	list: 'status_pages',
	scopes,
	name: ({ name, status_page_type: type }) => `${String(name)} (${String(type)})`,
	unpaged: true,
	searchHere: true,
});

export const statusPageId = required(
	locator({
		name: 'statusPageId',
		displayName: 'Status Page',
		description: 'The status page to work with',
		search: 'searchStatusPages',
		noun: 'status page',
		modes: [byId('PR5LMML')],
	}),
);

/** What a status page consists of, by the segment of its address and the property of its answer. */
const partsOf =
	(list: string, pathOf: (page: string) => Path, name: (row: IDataObject) => string) =>
	(page: string): Source => ({
		request: () => ({ method: 'GET', path: pathOf(page) }),
		list,
		scopes,
		name,
		unpaged: true,
		searchHere: true,
	});

/** Incidents and maintenance have words of their own. */
const described = ({ description, post_type: type }: IDataObject) =>
	`${String(description)} (${String(type)})`;

const impacts = partsOf('impacts', (page) => path`/status_pages/${page}/impacts`, described);
const severities = partsOf('severities', (page) => path`/status_pages/${page}/severities`, described);
const statuses = partsOf('statuses', (page) => path`/status_pages/${page}/statuses`, described);
const services = partsOf(
	'services',
	(page) => path`/status_pages/${page}/services`,
	({ name }) => String(name),
);
const posts = partsOf(
	'posts',
	(page) => path`/status_pages/${page}/posts`,
	({ title, post_type: type }) => `${String(title)} (${String(type)})`,
);

export const searchStatusPageImpacts = searchIn(statusPageId, impacts);
export const searchStatusPageSeverities = searchIn(statusPageId, severities);
export const searchStatusPageStatuses = searchIn(statusPageId, statuses);
export const searchStatusPageServices = searchIn(statusPageId, services);
export const searchStatusPagePosts = searchIn(statusPageId, posts);
export const loadStatusPageStatuses = loadIn(statusPageId, statuses);

export const postId = required(
	locator({
		name: 'postId',
		displayName: 'Post',
		description: 'The post of this status page',
		search: 'searchStatusPagePosts',
		noun: 'post',
		modes: [byId('PIJ90N7')],
	}),
);

export const statusId = required(
	locator({
		name: 'statusId',
		displayName: 'Status',
		description: 'How far the work is, in the words of this status page, such as Investigating or Resolved',
		search: 'searchStatusPageStatuses',
		noun: 'status',
		modes: [byId('P0400H4')],
	}),
);

export const severityId = required(
	locator({
		name: 'severityId',
		displayName: 'Severity',
		description: 'How bad it is, in the words of this status page',
		search: 'searchStatusPageSeverities',
		noun: 'severity',
		modes: [byId('PY5OM08')],
	}),
);

export const impactedServiceId = required(
	locator({
		name: 'serviceId',
		displayName: 'Service',
		description: 'A service as this status page shows it',
		search: 'searchStatusPageServices',
		noun: 'service of the page',
		modes: [byId('PYHMEI3')],
	}),
);

export const impactId = required(
	locator({
		name: 'impactId',
		displayName: 'Impact',
		description: 'What it means for the service, in the words of this status page',
		search: 'searchStatusPageImpacts',
		noun: 'impact',
		modes: [byId('PY5OM08')],
	}),
);

export const statusIds = multiSelect({
	name: 'statusIds',
	noun: 'Status',
	description: 'Only posts with these statuses',
	load: 'loadStatusPageStatuses',
});
