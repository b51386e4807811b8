import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { path } from '../../api/path';
import { truncate } from '../../api/text';
import { searchIn } from '../childPicker';
import { required } from '../field';
import { byId, locator } from '../locator';
import { incidentId } from './incident';

const nameOf = ({ content, user }: IDataObject) =>
	[truncate(String(content), 80), isObject(user) ? user.summary : undefined].filter(Boolean).join(' – ');

export const searchIncidentNotes = searchIn(incidentId, (incident) => ({
	request: () => ({ method: 'GET', path: path`/incidents/${incident}/notes` }),
	list: 'notes',
	scopes: ['incidents.read'],
	name: nameOf,
	searchHere: true,
	unpaged: true,
}));

export const noteId = required(
	locator({
		name: 'noteId',
		displayName: 'Note',
		description: 'The note of this incident: pick it, or give the ID that Create and Get Many return',
		search: 'searchIncidentNotes',
		noun: 'note',
		modes: [byId()],
	}),
);
