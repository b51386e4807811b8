import type { Resource } from '../../engine/operation';
import { acknowledge } from './change/acknowledge';
import { escalate } from './change/escalate';
import { merge } from './change/merge';
import { reassign } from './change/reassign';
import { resolve } from './change/resolve';
import { snooze } from './change/snooze';
import { update } from './change/update';
import { getContext } from './context/getContext';
import { count } from './count/count';
import { create } from './create/create';
import { createForServices } from './create/createForServices';
import { upsert } from './create/upsert';
import { setCustomFields } from './customFields/setCustomFields';
import { getOutlier } from './insight/getOutlier';
import { getPast } from './insight/getPast';
import { getRelated } from './insight/getRelated';
import { getRelatedChanges } from './insight/getRelatedChanges';
import { get } from './read/get';
import { getAll } from './read/getAll';
import { getCustomFields } from './read/getCustomFields';
import { cancelResponders } from './responders/cancelResponders';
import { requestResponders } from './responders/requestResponders';
import { incident as facts } from './resource';
import { sendAndWait } from './sendAndWait/sendAndWait';
import { addSubscribers } from './stakeholders/addSubscribers';
import { getImpacts } from './stakeholders/getImpacts';
import { getSubscribers } from './stakeholders/getSubscribers';
import { publishStatusUpdate } from './stakeholders/publishStatusUpdate';
import { removeSubscribers } from './stakeholders/removeSubscribers';
import { setImpact } from './stakeholders/setImpact';
import { getTimeline } from './timeline/getTimeline';

export const incident: Resource = {
	...facts,
	operations: [
		acknowledge,
		addSubscribers,
		cancelResponders,
		count,
		create,
		createForServices,
		upsert,
		escalate,
		get,
		getContext,
		getCustomFields,
		getImpacts,
		getAll,
		getOutlier,
		getPast,
		getRelated,
		getRelatedChanges,
		getSubscribers,
		getTimeline,
		merge,
		sendAndWait,
		publishStatusUpdate,
		reassign,
		removeSubscribers,
		requestResponders,
		resolve,
		setCustomFields,
		setImpact,
		snooze,
		update,
	],
};
