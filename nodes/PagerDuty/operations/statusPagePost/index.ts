import type { Resource } from '../../engine/operation';
import { addUpdate } from './addUpdate';
import { create } from './create';
import { deletePost } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getUpdates } from './getUpdates';
import { statusPagePost as facts } from './resource';
import { update } from './update';

export const statusPagePost: Resource = {
	...facts,
	operations: [addUpdate, create, deletePost, get, getAll, getUpdates, update],
};
