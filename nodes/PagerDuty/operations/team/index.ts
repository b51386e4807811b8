import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getMembers } from './getMembers';
import { team as facts } from './resource';

export const team: Resource = { ...facts, operations: [get, getAll, getMembers] };
