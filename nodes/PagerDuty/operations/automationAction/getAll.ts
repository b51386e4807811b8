import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { runnerId } from '../../fields/objects/automationAction';
import { ofServiceId } from '../../fields/objects/service';
import { ofTeamId } from '../../fields/objects/team';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { automationAction } from './resource';

const actionType = field({
	displayName: 'Action Type',
	name: 'actionType',
	type: 'options',
	options: [
		{ name: 'Process Automation', value: 'process_automation', description: 'A job of Process Automation' },
		{ name: 'Script', value: 'script', description: 'A script that a runner executes' },
	],
	default: 'script',
	description: 'Only actions of this type',
});

const classification = field({
	displayName: 'Classification',
	name: 'classification',
	type: 'options',
	options: [
		{ name: 'Diagnostic', value: 'diagnostic', description: 'Finds out what is wrong' },
		{ name: 'Remediation', value: 'remediation', description: 'Puts something right' },
	],
	default: 'diagnostic',
	description: 'Only actions for this purpose',
});

const name = field({
	displayName: 'Search Text',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. restart',
	description: 'Only actions whose name contains this',
});

/** operationId getAllAutomationActions */
export const getAll = defineOperation({
	of: automationAction,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many automation actions',
		description: 'List automation actions by name, type, service, team or runner',
	},
	fields: [
		...listed,
		filters(actionType, classification, runnerId, name, ofServiceId, ofTeamId),
		options(parallelRequests),
	],
	request: (query) => get(path`/automation_actions/actions`, query),
	answer: { paging: 'cursor' },
});
